"""Closed classes of English words, lower case: what sentence structure is read from."""


def words(text: str) -> frozenset[str]:
    """The set of the words of a table."""
    return frozenset(text.split())


BE = words(
    "be is are was were been being am 's ’s isn't isn’t aren't aren’t wasn't wasn’t weren't weren’t"
)
GET = words("get gets got getting gotten")
HAVE = words("have has had having haven't haven’t hasn't hasn’t hadn't hadn’t")
DO = words("do does did don't don’t doesn't doesn’t didn't didn’t")
MODALS = words(
    """
    will would can could may might must shall should won't won’t wouldn't wouldn’t can't can’t
    cannot couldn't couldn’t mightn't mightn’t mustn't mustn’t shouldn't shouldn’t ought
    """
)
AUXILIARIES = BE | HAVE | DO | MODALS

NEGATIONS = words(
    """
    not never neither nor no none nobody nothing without isn't isn’t aren't aren’t wasn't wasn’t
    weren't weren’t haven't haven’t hasn't hasn’t hadn't hadn’t don't don’t doesn't doesn’t didn't
    didn’t won't won’t wouldn't wouldn’t can't can’t cannot couldn't couldn’t
    """
)

PREPOSITIONS = words(
    """
    about above across against along amid among amongst around at before behind below beneath
    beside besides between beyond by despite during except for from in inside into near of off on
    onto outside over past per since through throughout to toward towards under underneath until
    unlike upon via with within without following
    """
)

DETERMINERS = words(
    """
    a an the this that these those his her its their our my your another other both all each every
    some any several such further additional
    """
)

PRONOUNS = words("i he she it they we you who which that this these those one others them him us")
SPEAKER_PRONOUNS = words("he she it they we i")

SUBJECT_PRONOUNS = SPEAKER_PRONOUNS | frozenset(
    f"{pronoun}{mark}{ending}"
    for pronoun in SPEAKER_PRONOUNS
    for mark in "'’"
    for ending in ("s", "d", "re", "ve", "ll", "m")
)

COORDINATORS = words("and or & plus nor")
SUBORDINATORS = words(
    """
    that when while whereas because although though if unless after before as since where whether
    until once but so than how why what
    """
)
RELATIVES = words("who which whom whose that")

ADVERBS = words(
    """
    also already then later now still just only again apparently reportedly allegedly likely
    probably possibly recently earlier initially currently subsequently immediately repeatedly
    previously separately finally ever never not always often soon instead meanwhile therefore
    thus however even yet nearly almost further together afterwards shortly fatally
    critically seriously severely slightly badly lightly seemingly tragically instantly officially
    publicly formally briefly long quickly eventually thereby sharply steadily slowly
    """
)

# Adverbs of place, which are no object of the verb before them.
PLACE_ADVERBS = words(
    """
    underground overseas abroad nearby there here inside outside overnight alone alive elsewhere
    home away downtown upstairs downstairs nationwide worldwide locally indoors outdoors ashore
    dead back
    """
)

WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
TIME_WORDS = (
    WEEKDAYS
    | frozenset(MONTHS)
    | words(
        """
        today yesterday tomorrow tonight earlier later late early morning afternoon evening night
        midnight noon dawn dusk day week month year weekend
        """
    )
)

# Common finite verbs that no event class has: where one stands, a clause has its verb.
COMMON_VERBS = words(
    """
    accept accepts accepted agree agrees agreed allow allows allowed appear appears appeared
    approve approves approved attempt attempts attempted became become becomes began begin begins
    begun blocked believe believes believed bring brings brought called calls came come comes
    concluded conclude concludes continue continues continued covers cover covered damage damages
    declined decline demand demands demanded develop drew drove emerged ended ends end enter enters
    entered escalated expect expects expected face faces faced fail fails failed fear fears feared
    felt fled flee flees flew followed follows found gave give gives goes go going gone went
    happen happens happened heard held helped include includes included involve involves involved
    keep keeps kept knew know knows known leads led left live lives lived look looks looked made
    make makes mark marks marked mean means meant meet meets met moved move moves need needs needed
    occurred occurs occur opened opens operate operates patrol patrols plan plans planned play plays
    played prompted provide provides provided prove put puts ran reached reaches receive receives
    received refused remain remains remained represent represents resulted results returned returns
    run runs saw seek seeks sought seem seems seemed seen sent serve serves served set show shows
    showed shown speak speaks spoke stand stands start starts started stayed stepped stood stop
    stops stopped struck support supports supported take takes taken took thought trigger triggered
    tried try tries turned turns used use uses visited visit want wants wanted watched went work
    works worked wrote written
    """
)
