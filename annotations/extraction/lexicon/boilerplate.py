"""What pages print around their articles: patterns of whole lines, without closing punctuation.

A pattern must match a line from beginning to end, case aside. ``LABELS`` are fragments and are
looked for only in lines that do not end as sentences do; ``NOTICES`` may be sentences, so each
says something that no news article says. One line a pattern: add yours where its kind stands.
"""

LABELS = r"""
    (?:skip|jump|back|return|go)\ to\ .{1,40}
    | (?:home|homepage|menu|search|close|share|follow|following|print|save|listen|e-?mail|copy\ link
        |more|next|previous|sign\ in|log\ ?in|log\ ?out|register|subscribe|donate|tweet|pin|none
        |null|undefined|n/a|live|watch|play|videos?|photos?|gallery|loading|related|trending|popular|like
        |whatsapp|facebook|twitter|telegram|linkedin|reddit|pinterest|instagram|youtube|flipboard
        |messenger|reply|bookmark|report|gift|download|x|cookies|privacy|terms|contact|about|embed
        |transcript|tags?|topics?|categories|filed\ under|keywords|recommended|up\ next
        |breaking\ news|accept\ all|reject\ all|about\ the\ authors?|report\ a\ typo|cancel\ anytime
        |(?:read|buy|shop|donate|subscribe|watch|listen)\ (?:now|live)|error\ 404
        |skip\ advert\w{0,8})
    | (?:(?:facebook|twitter|whatsapp|telegram|linkedin|reddit|pinterest|instagram|e-?mail|x|threads
        |bluesky|messenger|flipboard|print|copy\ link)\W{1,3}){1,9}
        (?:facebook|twitter|whatsapp|telegram|linkedin|reddit|pinterest|instagram|e-?mail|threads
        |bluesky|messenger|flipboard|print|copy\ link)
    | (?:share|tweet|pin)\ (?:this|it|on|to|via|with)\b.{0,60}
    | (?:post|e-?mail|print|save|send|listen\ to|copy|bookmark|gift|like|report|reuse)\ (?:this|it)
        \b.{0,60}
    | share\ (?:full\ )?(?:article|story|page|post)?:?.{0,60}
    | follow\ our\ (?:live\ )?(?:coverage|blog|updates|channel)\b.{0,40}
    | follow\ @\w{1,30}
    | @\w{1,30}
    | (?:ad\ feedback|remove\ ads|save\ for\ later|top\ of\ (?:the\ )?page|make\ a\ contribution)
    | (?:change\ text\ size|text\ to\ speech|start\ your\ free\ trial|receive\ our\ .{0,20}digest)
    | sort\ by\b.{0,20}
    | powered\ by\ \S{1,20}
    | (?:view|open)\ (?:image\ )?in\ (?:gallery|fullscreen)
    | view\ this\ post\ on\ \w{1,20}
    | a\ post\ shared\ by\ .{1,60}\(@\w{1,30}\)
    | file\ photo\ ?:\ .{1,200}
    | (?:photo|photograph|picture|video|image)s?\ by\ [^,.]{1,60}
    | (?:pic|credit)\ ?:\ (?:ap|afp|epa|reuters|getty|alamy|supplied|handout)\b.{0,40}
    | [^,.]{3,40}\ ?[|/]\ ?(?:ap|afp|epa|reuters|getty\ images)(?:\ [|/]\ getty\ images)?
    | join\ our\ .{0,20}\b(?:channel|group|community)\b.{0,60}
    | send\ us\ (?:your|a)\ (?:photo|picture|video|stor|tip|message|e-?mail|comment|feedback|news)
        .{0,40}
    | (?:available|get\ it|download\ it)\ (?:now\ )?(?:on|from)\ .{0,20}
        \b(?:app\ store|google\ play)\b.{0,30}
    | (?:contact|e-?mail|write\ to|reach)\b.{0,60}@\S{3,40}
    | (?:follow|like|join|find|add|contact|connect\ with)\ (?:us|me)\b.{0,80}
    | (?:follow|join)\ .{1,40}\ on\ (?:twitter|facebook|whatsapp|telegram|instagram|youtube|x|viber
        |google\ news|linkedin|threads|bluesky|mastodon).{0,40}
    | sign(?:ed)?\ up\b.{0,120}
    | (?:subscribe|register|log\ in|sign\ in)\ (?:to|for|now|today|here|and|or|with|free)\b.{0,120}
    | (?:[\w'’]+\ ){0,5}newsletters?(?:\ (?:sign-?\ ?up|subscription|here|today|now)\b.{0,30})?
    | (?:receive|get|have)\ .{1,80}\ (?:every\ (?:morning|day|week|evening|weekday)
        |(?:in|to|into)\ your\ (?:inbox|mailbox|e-?mail))
    | (?:enter\ )?your\ (?:e-?mail|name|comment)(?:\ address)?.{0,40}
    | e-?mail\ address.{0,20}
    | advertise(?:ment)?s?(?:[\ –—-]{1,3}(?:below|above|with\ us
        |(?:continue|scroll|story|article).{0,30}))?
    | scroll\ (?:down\ )?(?:to|for)\ .{1,30}
    | (?:ad|ads|sponsor|sponsored|partner|promoted|paid)
        (?:\ (?:content|post|links?|message|(?:for\ )?by\ [^,]{1,40}|stories|partnership))?
    | (?:article|story|report)\ continues?\ (?:below|after).{0,40}
    | continue\ reading\b[^,]{0,60}
    | (?:create|sign\ in|register).{0,40}\ to\ continue\ reading
    | to\ continue\ reading\b.{0,80}
    | enjoy\ unlimited\ .{1,40}
    | try\ .{1,30}\ for\ (?:free|just\ \S{1,6}|[$£€]\d.{0,8})
    | (?:related(?:\ (?:story|article))?|see\ also|watch|listen|in\ pictures)\ ?:\ .{1,140}
    | (?:(?:last\ )?updated|posted|published)\ (?:\d{1,2}|an?)
        \ (?:min(?:ute)?|h(?:ou)?r|day|week)s?\ ago
    | (?:last\ )?(?:updated|modified|published)\ at\ \d{1,2}[:.]\d\d.{0,12}
    | (?:(?:listen|watch|play)\W{1,4}\d{1,2}:\d\d|\d{1,2}:\d\d\ ?/\ ?\d{1,2}:\d\d|\d(?:\.\d{1,2})?x)
    | i\ (?:agree|consent)\ to\b.{0,80}\b(?:terms|policy|conditions|e-?mails|newsletters?)\b.{0,60}
    | (?:read|see|watch|view|listen|learn|load|show)\ (?:more|also|all|full|less|next)\b:?.{0,140}
    | (?:also|must|don['’]t\ miss)\ ?(?:read|see|watch|:)\b.{0,140}
    | more\ (?:from|on|stories|news|coverage)\b:?.{0,80}
    | (?:related|recommended|popular|trending|latest|most\ (?:read|popular|viewed)|top|featured
        |similar|editor['’]?s['’]?)\ (?:articles?|stories|story|news|topics?|posts?|content
        |reading|videos?|picks?|links?|now|headlines|coverage):?
    | (?:recommended|suggested|selected|more)\ for\ you
    | suggested\ topics
    | most\ read\ in\ \w{1,20}
    | explore\ more\ on\ .{1,40}
    | opens\ in\ (?:a\ )?new\ (?:window|tab)
    | (?:purchase\ )?licensing\ rights\b.{0,40}
    | (?:click|tap|press)\ (?:here|to|on)\b.{0,120}
    | (?:download|get|try|install)\ (?:the|our)\ .{0,40}\bapps?\b.{0,60}
    | (?:read(?:ing)?\ time:?\ )?\d{1,3}[\ -]?min(?:ute)?s?
        (?:\ (?:read|reading|to\ read|listen|video))?
    | \d[\d,.]*k?\ (?:comments?|shares?|views?|likes?|reads?|replies|retweets|followers)
    | (?:view|show|hide|see|read|post|add|write|all)\ (?:\d+\ )?(?:comments?|replies|discussion)
    | (?:previous|next|older|newer)\ (?:article|story|post|page)s?\b.{0,140}
    | (?:previous|next|up\ next)\ ?:\ .{1,140}
    | (?:image|photo|video|picture|file|graphic|illustration)s?
        (?:\ (?:source|credits?|caption|courtesy|by))?:?(?:\ (?:by|credit|source)\b.{0,80})?
    | (?:image|photo|photograph|video|picture|graphic)s?\ ?(?:source|credits?|courtesy)?\ ?:
        \ .{1,80}
    | (?:image|photo|picture)?\ ?caption\ ?[:,]\ .{1,200}
    | \(?(?:ap|afp|epa|reuters|getty)(?:\ photo|\ images)?\ ?/\ ?[^,]{1,60}
    | (?:getty(?:\ images)?|shutterstock|istock|alamy|epa|file\ photo|handout)(?:\ ?[/,].{1,40})?
    | .{1,30}\ logo
    | (?:accept|reject|manage)\ (?:all\ )?(?:cookies|choices|preferences|settings)
    | (?:privacy|cookies?)\ (?:policy|notice|settings|preferences)\b.{0,60}
    | terms\ (?:of|and|&)\ (?:use|service|conditions)\b.{0,40}
    | source\ (?:link|url|article)s?
    | source\ ?:\ (?:https?://|www\.).{1,200}
    | (?:original|full)\ (?:article|source|story|text)(?:\ (?:here|link))?
    | (?:tags?|topics?|categor(?:y|ies)|filed\ under|keywords?|labels?|posted\ in|tagged
        |in\ this\ (?:article|story))\ ?:.{0,200}
    | (?:\#[\w-]+[\ ,]*){1,30}
    | (?:hide|show|toggle)\ (?:caption|transcript|ads?|menu|navigation|sidebar)
    | (?:stay|keep)\ (?:up\ to\ date|informed|connected|tuned|updated)\b.{0,100}
    | (?:https?://|www\.)\S{1,300}
"""

NOTICES = r"""
    th(?:is|e|ese)\ (?:site|website|page)s?\ (?:is|are\ )?(?:use|uses|using|protected)\b.{0,60}
        \b(?:cookies|akismet|h?captcha|recaptcha|tracking|javascript)\b.{0,120}
    | learn\ how\ your\ .{0,60}\ (?:is|are)\ processed
    | (?:we|this\ website)\ (?:and\ our\ partners\ )?use\ cookies
        (?:,?\ (?:and|to|on|for|or|in)\b.{0,200})?
    | link\ copied
    | we\ value\ your\ privacy\b.{0,120}
    | by\ (?:signing\ up|subscribing|clicking|continuing\ to\ use|submitting\ your)\b.{0,200}
    | you\ (?:can|may)\ unsubscribe(?:\ (?:at|any|whenever|from\ (?:these|our|this|all))\b.{0,80})?
    | thank\ you\ for\ (?:subscribing|signing\ up|registering|your\ subscription)
        (?:\ (?:to|for|with)\b.{0,60})?
    | already\ (?:an?|have|registered)\b[^.?]{0,40}\?.{0,40}
    | you['’]ve\ reached\ your\ .{0,20}limit\b.{0,60}
    | th(?:is|e)\ (?:story|article)\ was\ (?:originally|first)\ published\ (?:by|in|on|at)\b.{0,120}
    | th(?:is|e)\ content\ is\ imported\ from\b.{0,100}
    | video\ player\ is\ loading
    | (?:be\ respectful\.\ )?read\ our\ comment\ policy
    | you(?:\ have|['’]ve)\ .{0,40}\b(?:free\ )?articles?\ (?:remaining|left)\b.{0,40}
    | this\ (?:article|story|content|video)\ is\ (?:only\ )?(?:for|available\ to|exclusive\ to)
        \b.{0,30}\b(?:subscribers|members)\b.{0,30}
    | (?:want|like|enjoy|enjoying|interested\ in)\b[^.?]{0,60}\?\ (?:sign\ up|subscribe|register)
        \b.{0,100}
    | (?:(?:have|got)\ (?:an?|any|you|more)|do\ you\ (?:have|know))\ [^.?]{1,60}\?
        \ (?:e-?mail|contact|write|get\ in\ touch)\b.{0,100}
    | what\ do\ you\ think\?\ (?:leave|post|let|tell|share|join)\b.{0,60}
    | your\ support\ .{0,60}\b(?:journalism|newsroom)\b.{0,40}
    | our\ standards:\ .{1,120}
    | (?:the\ )?(?:views|opinions)\ expressed\ .{0,80}\b(?:own|not\ necessarily)\b.{0,80}
    | (?:please\ )?(?:subscribe|sign\ up|register|log\ in|sign\ in)\ (?:to|for)\ .{0,120}
        (?:newsletters?|inbox|updates|alerts|comment|reply|reading|access|account|channel)\b.{0,60}
    | you\ (?:may|might)\ (?:also\ )?(?:like|be\ interested)\b.{0,60}
    | (?:copyright(?:\W{0,4}(?:©|\(c\)|\d{4})|\ (?:notice|information|policy))|©|\(c\)\ ?\d{4})
        .{0,160}
    | copyright
    | .{0,80}\ball\ rights\ reserved\b.{0,80}
    | th(?:is|e)\ (?:material|content|article)\ may\ not\ be\ (?:published|reproduced)\b.{0,160}
    | th(?:is|e)\ (?:story|article|report|page)\ (?:is\ (?:developing|breaking|being\ updated)
        |will\ be\ updated)\b.{0,120}
    | th(?:is|e)\ is\ a\ (?:breaking|developing)\ (?:news\ )?story\b.{0,120}
    | (?:more\ (?:details\ )?(?:to\ follow|soon)|please\ check\ back)\b.{0,60}
    | become\ an?\ (?:member|subscriber|supporter|patron)\b.{0,80}
    | support\ (?:our|independent|quality)\ (?:journalism|newsroom)\b.{0,100}
    | (?:have|got)\ an?\ (?:news\ )?tip\b.{0,80}
    | (?:spotted|found)\ an?\ (?:error|typo|mistake)\b.{0,80}
    | never\ miss\ (?:a|an|our|the)\ (?:story|beat|update|post|news|article)\b.{0,80}
    | (?:javascript|cookies)\ (?:is|are|must\ be)\ (?:disabled|enabled|required)\b.{0,100}
    | (?:please\ )?enable\ javascript\b.{0,120}
    | (?:your|this)\ browser\ does\ not\ support\b.{0,120}
    | get\ .{1,60}\ (?:delivered\ )?(?:in|to|into)\ your\ (?:inbox|mailbox|e-?mail)\b.{0,60}
"""

# From such a line on a page shows what its readers write.
COMMENTS = r"""
    (?:leave|post|add|write|submit)\ (?:a|your)\ (?:reply|comment|response|review)s?\b.{0,60}
    | your\ e-?mail\ address\ will\ not\ be\ published\b.{0,80}
    | required\ fields\ are\ marked.{0,20}
    | (?:join|start|be\ part\ of)\ the\ (?:conversation|discussion|debate)\b.{0,40}
    | be\ the\ first\ to\ comment\b.{0,40}
    | (?:(?:reader|user|facebook|disqus)\ )?comments?(?:\ \(?\d+\)?|\ section|\ are\ closed)?:?
    | \d+\ (?:comments|thoughts|responses|replies)(?:\ (?:on|to)\ .{1,120})?
    | (?:please\ )?(?:log|sign)\ ?in\ to\ (?:leave\ a\ |post\ a\ )?(?:comment|reply)\b.{0,40}
    | comments?\ powered\ by\ .{1,30}
"""

# What introduces a timestamp.
PUBLISHED = (
    r"(?:first\ |originally\ )?(?:issued|published|posted|released|created|uploaded|dated?"
    r"|publication\ date)(?:\ (?:on|at|date|time))?"
)
MODIFIED = r"(?:last\ )?(?:updated?|modified|edited|revised|changed)(?:\ (?:on|at|date|time))?"

# Named alone in brackets or in a dateline, they are a credit. Case counts.
AGENCIES = r"""
    AFP|AP|UPI|PTI|ANI|IANS|DPA|dpa|EFE|ANSA|APA|TASS|Tass|Interfax|RIA\ Novosti|Xinhua|Kyodo
    |Yonhap|Bernama|Reuters|Thomson\ Reuters|Bloomberg|(?:The\ )?Associated\ Press
    |Agence\ France[-\ ]Presse|Press\ Association|PA|PA\ Media|AAP|(?:The\ )?Canadian\ Press|Anadolu
    |Anadolu\ Agency|AA|Azertac|AZERTAC|Trend|Armenpress|ARMENPRESS|Ukrinform|Belga|ANP|NTB|TT
    |Ritzau|STT|BTA|MTI|PAP|CTK|APP|BSS|UNB|Antara|VNA|KUNA|WAM|SPA|MENA|IRNA|Tasnim|ISNA|NAN|GNA
    |Al\ Jazeera|CNN|BBC|RFE/RL|VOA|Newswire
"""

# Below such a line, up to the next gap, stand the headlines of other articles.
LISTS = r"""
    more\ (?:on|from)\ .{1,40}
    | (?:read|see)\ (?:more|also)
    | also\ read
    | (?:related|recommended|popular|trending|latest|top|most\ (?:read|popular|viewed))
        (?:\ (?:articles?|stories|news|topics?|posts?|content|reading|videos?|now|headlines))?
    | you\ (?:may|might)\ (?:also\ )?like
"""
