"""Words that say whether something is asserted, by what they make of it. Lower case."""

from annotations.extraction.lexicon.words import words
from annotations.extraction.types import Standing

POSSIBLE = words("could might may would couldn't couldn’t should can")
FUTURE = words("will shall won't won’t 'll ’ll")

# Before "to" and a verb: "expected to rise", "failed to kill".
BEFORE_TO = {
    **dict.fromkeys(
        words(
            """
            expected expects expect likely forecast forecasts predicted predicts projected projects
            set due poised slated scheduled planned plans plan planning aims aim aiming hopes hope
            hoping intends intend promised promises vowed vows pledged pledges wants want seeks
            seeking about bound tipped estimated
            """
        ),
        Standing.FORECAST,
    ),
    **dict.fromkeys(
        words(
            """
            threatened threatens threatening threat plot plotted plotting attempt attempted tried
            trying conspired conspiring conspiracy unlikely enough potential bid wanted believed
            thought feared suspected presumed alleged rumoured rumored
            """
        ),
        Standing.HYPOTHETICAL,
    ),
    **dict.fromkeys(words("failed fails refused refuses unable declined"), Standing.DENIED),
}

# Behind a figure and "is" or "are": "500 guests are expected".
JUDGED = {
    **dict.fromkeys(
        words("expected forecast projected predicted planned scheduled due"), Standing.FORECAST
    ),
    **dict.fromkeys(words("feared believed thought presumed suspected"), Standing.HYPOTHETICAL),
}

# Anywhere before the figure in its clause.
UNCERTAIN = words(
    """
    feared fear fears fearing presumed potentially hypothetically unconfirmed unverified
    """
)
# "could not confirm that 12 had died"
CHECKING = words("confirm verify corroborate establish")
CONDITIONS = words("if unless whether")
FALSE = words("false fake untrue baseless unfounded fabricated bogus debunked")
# So is what stands behind one of these and "that", and what is called one of these.
FALSEHOODS = words(
    "fabrication lie lies nonsense hoax misinformation disinformation propaganda myth"
)
# "no evidence that 12 were forged", "it is not true that"
PROOFS = words(
    "evidence proof sign signs indication indications truth basis confirmation true case"
)
# "called the report of 12 dead a lie"
CALLING = words("call calls called describe describes described brand branded label labelled")
# What is denied where the figure itself is not: "denied any part in the blast that killed 12".
PRESUPPOSING = words(
    """
    responsibility involvement role part blame wrongdoing liability guilt knowledge complicity
    links link negligence connection
    """
)
# With whom or what they speak of before "to": "expect the storm to bring".
EXPECTING = words(
    """
    expect expects expected predict predicts want wants anticipate anticipates anticipated plan
    plans
    """
)
# "no fewer than 12", "not only" and "not all of the 12" deny nothing.
AFTER_NO = words("fewer less more later longer greater only just least all every everyone")
