"""Words that report what somebody says. Lower case."""

from annotations.extraction.lexicon.words import words

# Finite verbs whose subject is the speaker.
REPORTING_VERBS = words(
    """
    said says told tells announced announces announce stated added adds clarified clarifies
    emphasized emphasised emphasizes stressed stresses noted explained explains confirmed confirms
    warned warns claimed argued argues insisted insists declared declares revealed reveals
    disclosed reported reiterated reiterates acknowledged acknowledges admitted admits conceded
    concedes maintained asserted asserts alleged alleges accused accuses blamed blames denied
    denies deny rejected rejects refuted refutes dismissed disputed disputes vowed vows pledged
    predicted predicts estimated forecast forecasts commented replied responded tweeted wrote
    writes recalled remarked testified concluded suggested suggests believes mentioned mentions
    indicated indicates urged urges demanded demands informed cautioned cautions contended
    criticised criticized condemned described complained agreed
    """
)

# The same of several speakers, where that is no noun as well: "officials warn".
REPORTING_VERBS |= words(
    "allege warn insist argue confirm acknowledge admit maintain assert contend believe predict"
)

# Verbs that report only beside a quotation: "“Twelve,” she whispered".
QUOTING = words(
    """
    whispered continued continues posted recounted recounts shouted joked quipped murmured sighed
    laughed repeated repeats opined observed observes proclaimed hinted countered retorted lamented
    boasted cried screamed yelled exclaimed pleaded asked asks wondered began joked mused protested
    shrugged grumbled marvelled promised answered read reads thundered
    """
)

# Verbs that report where the number follows that somebody gives: "doctors counted 15".
COUNTING = words("counted counts tallied logged spoke speak speaks fear fears expect expects")
# Who a headline names beside a colon or behind a dash: "Police: three held".
SAYERS = words(
    """
    police officials official ministry minister ministers government media nato spokesman
    spokeswoman spokesperson report reports survey poll study mayor governor president army
    military doctors experts expert source sources witnesses witness activists monitor monitors
    agency un who imf fbi cdc unicef unhcr ocha ngo ngos authorities prosecutors prosecutor
    analysts analyst scientists researchers economists union unions lawyer lawyers sheriff
    coastguard rescuers hospital regulator services medics firefighters court judge
    """
)

# Also plural nouns or names: verbs only where what follows is what was said.
AMBIGUOUS_VERBS = words(
    """
    reports claims states notes estimates say claim report suggest found finds ruled rules show
    shows showed estimate reckon reckons
    """
)

# Verbs of saying without what is said: they report only before "that" or beside a quotation.
REPORTING_BEFORE_THAT = words(
    """
    agreed believes concluded criticised criticized condemned described demanded demands disputed
    dismissed forecast forecasts informed mentioned mentions noted predicted recalled rejected
    rejects responded suggested suggests urged urges wrote writes indicated indicates estimated
    explained pledged vowed vows maintained admitted admits complained admit maintain believe
    predict hinted joked recounted observed promised guessed signalled signaled
    """
)

# "..., adding that": the speaker is the one already named.
PARTICIPLES = words(
    """
    saying adding stressing noting warning claiming stating announcing explaining insisting
    confirming alleging arguing denying emphasizing emphasising blaming accusing citing quoting
    """
)

DENYING = words(
    """
    denied denies deny denying rejected rejects rejecting refuted refutes refuting dismissed
    dismisses dismissing disputed disputes debunked disavowed denial denials
    """
)

# What is told and may be untrue: "reports that six had died", "a rumour of six dead".
HEARSAY = words(
    """
    report reports claim claims rumour rumours rumor rumors allegation allegations suggestion
    suggestions accusation accusations assertion assertions story stories
    """
)

# "the statement said": the speaker is whoever made the statement.
UTTERANCES = words(
    """
    statement report letter release tweet post message communique communiqué briefing announcement
    note declaration
    """
)

# Words for a thing said that a speaker's phrase may end with: "in a statement", "on Twitter".
# What "it said" behind a statement may point back to in its own sentence.
ORGANISATIONS = words(
    """
    company firm ministry bank government group agency army police party union airline court club
    team university hospital office committee commission council department organisation
    organization association federation navy military parliament senate authority regulator charity
    board network institute centre center service
    """
)
# "officials put the toll at 31"
COUNTS = words(
    """
    toll number figure total count cost damage estimate losses deaths increase rise fall rate share
    crowd turnout attendance tally casualties injured dead price value chance odds
    """
)
# "Oldland's figure of 300": whose it is, says so.
OWN_FIGURES = words(
    """
    figure figures estimate estimates count tally claim claims toll projection projections forecast
    forecasts assertion assertions accusation accusations allegation allegations
    """
)
MANNERS = UTTERANCES | words(
    "interview conference television radio twitter facebook telegram video x call testimony court"
)

# A speaker's role behind the name: "Jane Roe, director of the institute".
ROLES = words(
    """
    spokesman spokeswoman spokesperson director head chief minister president secretary leader
    professor analyst lawyer attorney commander mayor governor editor author founder chairman
    chairwoman ceo official officer coordinator manager deputy adviser advisor executive economist
    researcher scientist expert member general colonel captain owner
    """
)
