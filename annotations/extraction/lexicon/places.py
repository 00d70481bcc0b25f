"""Words beside which a name is a place's, lower case."""

from annotations.extraction.lexicon.words import words

LOCATIVES = words("in at near outside across inside around off throughout through into")
# Behind these a place follows only where its kind or region does: "on Mount Ida", "to northern".
DIRECTIONS = words(
    """
    on to from over towards toward along above attacked attacking captured capturing targeted
    targeting reached reaching left
    """
)
REGIONS = words(
    """
    northern southern eastern western central north south east west northeast northwest southeast
    southwest north-eastern north-western south-eastern south-western northeastern northwestern
    southeastern southwestern mount lake cape coastal rural neighbouring neighboring
    """
)
# What may follow a place's name as part of it, or be said of it before.
KINDS = words(
    """
    region district province city town village county state area island islands valley capital
    regions districts provinces cities towns villages counties states areas
    border airport peninsula territory territories zone sector suburb neighborhood neighbourhood
    municipality prefecture coast strip port river mountains outskirts shore shores banks
    """
)
# What happens to a place: "struck Nepal", "stormed the village of".
BEFALLING = words(
    """
    struck strikes striking hit hits hitting rocked rocks rocking shook shakes shaking jolted jolts
    jolting battered batters battering devastated devastates devastating swept stormed ravaged
    ravages lashed lashes lashing pounded pounds pounding engulfed fled fleeing flee entered
    invaded besieged shelled bombed raided hammered
    """
)
# A name before one of these is the place of it: "the Vanuatu quake".
OCCURRENCES = words(
    """
    quake earthquake flood floods flooding landslide landslides mudslide avalanche eruption
    wildfire wildfires fire blaze blast explosion crash tsunami cyclone
    """
)
# What happened, which a headline writes with a capital as it does names.
OCCASIONS = OCCURRENCES | words(
    """
    attack clash raid strike shooting bombing protest accident incident blast war battle ambush
    operation riot fighting
    """
)
# A country that does so tells of what happened in it.
RECORDING = words("recorded reported registered logged confirmed records reports registers saw")
# What the country or state of a place may be, behind a comma: "Paris, Texas".
STATES = frozenset(
    name.strip()
    for name in """
    alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida,
    georgia, hawaii, idaho, illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland,
    massachusetts, michigan, minnesota, mississippi, missouri, montana, nebraska, nevada,
    new hampshire, new jersey, new mexico, new york, north carolina, north dakota, ohio, oklahoma,
    oregon, pennsylvania, rhode island, south carolina, south dakota, tennessee, texas, utah,
    vermont, virginia, washington, west virginia, wisconsin, wyoming, ontario, quebec, alberta,
    manitoba, saskatchewan, british columbia, nova scotia, queensland, victoria, tasmania,
    new south wales, england, scotland, wales, northern ireland
    """.split(",")
)
# Behind these "in" gives no place: "shares in", "trust in".
INVESTED = words(
    """
    share shares stake stakes stock stocks interest investment investments investor investors
    confidence trust faith belief believe believes shareholder shareholders shareholding
    """
)
