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
        |transcript|tags?|topics?|categories|filed\ under|keywords|read\ now|buy\ now|shop\ now)
    | (?:share|tweet|pin|post|e-?mail|print|save|send|listen\ to|copy|bookmark|gift|like|report)
        \ (?:this|it|on|to|via|with)\b.{0,60}
    | share\ (?:full\ )?(?:article|story|page|post)?:?.{0,60}
    | (?:follow|like|join|find|add|contact|connect\ with)\ (?:us|me)\b.{0,80}
    | (?:follow|join)\ .{1,40}\ on\ (?:twitter|facebook|whatsapp|telegram|instagram|youtube|x|viber
        |google\ news|linkedin|threads|bluesky|mastodon).{0,40}
    | sign(?:ed)?\ up\b.{0,120}
    | (?:subscribe|register|log\ in|sign\ in)\ (?:to|for|now|today|here|and|or|with|free)\b.{0,120}
    | .{0,40}\bnewsletters?\b(?:\ .{0,40})?
    | (?:receive|get|have)\ .{1,80}\ (?:every\ (?:morning|day|week|evening|weekday)
        |(?:in|to|into)\ your\ (?:inbox|mailbox|e-?mail))
    | (?:enter\ )?your\ (?:e-?mail|name|comment)(?:\ address)?.{0,40}
    | e-?mail\ address.{0,20}
    | advertise(?:ment)?s?(?:[\ –—-]{1,3}(?:below|above|continue.{0,30}|with\ us|scroll.{0,30}))?
    | (?:ad|ads|sponsor|sponsored|partner|promoted|paid)
        (?:\ (?:content|post|links?|message|by\ .{1,40}|stories|partnership))?
    | (?:article|story|report)\ continues?\ (?:below|after).{0,40}
    | continue\ reading\b.{0,60}
    | (?:related|see\ also|watch|listen|in\ pictures)\ ?:\ .{1,140}
    | (?:last\ )?updated\ (?:\d{1,2}|an?)\ (?:minute|hour|day|week)s?\ ago
    | i\ (?:agree|consent)\ to\b.{0,80}\b(?:terms|policy|conditions|e-?mails|newsletters?)\b.{0,60}
    | (?:read|see|watch|view|listen|learn|load|show)\ (?:more|also|all|full|less|next)\b:?.{0,140}
    | (?:also|must|don['’]t\ miss)\ ?(?:read|see|watch|:)\b.{0,140}
    | more\ (?:from|on|stories|news|coverage)\b:?.{0,80}
    | (?:related|recommended|popular|trending|latest|most\ (?:read|popular|viewed)|top|featured
        |similar|editor['’]?s['’]?)\ (?:articles?|stories|story|news|topics?|posts?|content
        |reading|videos?|picks?|links?|now|headlines|coverage):?
    | (?:recommended|suggested|selected|more)\ for\ you
    | (?:click|tap|press)\ (?:here|to|on)\b.{0,120}
    | (?:download|get|try|install)\ (?:the|our)\ .{0,40}\bapps?\b.{0,60}
    | (?:reading\ time:?\ )?\d{1,3}[\ -]?min(?:ute)?s?(?:\ (?:read|reading|to\ read|listen|video))?
    | \d[\d,.]*k?\ (?:comments?|shares?|views?|likes?|reads?|replies|retweets|followers)
    | (?:view|show|hide|see|read|post|add|write|all)\ (?:\d+\ )?(?:comments?|replies|discussion)
    | (?:previous|next|older|newer)\ (?:article|story|post|page)s?\b.{0,140}
    | (?:image|photo|video|picture|file|graphic|illustration)s?
        (?:\ (?:source|credits?|caption|courtesy|by))?:?(?:\ (?:by|credit|source)\b.{0,80})?
    | (?:image|photo|video|picture|graphic)s?\ ?(?:source|credits?|courtesy)?\ ?:\ .{1,80}
    | (?:image|photo|picture)?\ ?caption\ ?:\ .{1,200}
    | (?:getty(?:\ images)?|shutterstock|istock|alamy|epa|file\ photo)(?:[\ /,].{1,40})?
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
    th(?:is|e|ese)\ (?:site|website|page)s?\ (?:is|are\ )?(?:use|uses|using|protected)\b.{0,160}
    | learn\ how\ your\ .{0,60}\ (?:is|are)\ processed
    | (?:we|this\ website)\ (?:and\ our\ partners\ )?use\ cookies\b.{0,200}
    | by\ (?:signing\ up|subscribing|clicking|continuing\ to\ use|submitting\ your)\b.{0,200}
    | you\ (?:can|may)\ unsubscribe\b.{0,80}
    | thank\ you\ for\ (?:subscribing|signing\ up|registering|your\ subscription)\b.{0,60}
    | (?:please\ )?(?:subscribe|sign\ up|register|log\ in|sign\ in)\ (?:to|for)\ .{0,120}
        (?:newsletters?|inbox|updates|alerts|comment|reply|reading|access|account|channel)\b.{0,60}
    | you\ (?:may|might)\ (?:also\ )?(?:like|be\ interested)\b.{0,60}
    | (?:copyright\b|©|\(c\)\ ?\d{4}).{0,160}
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
    | your\ browser\ does\ not\ support\b.{0,120}
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
