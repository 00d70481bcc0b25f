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
            trying conspired conspiring conspiracy unlikely able enough potential bid wanted
            """
        ),
        Standing.HYPOTHETICAL,
    ),
    **dict.fromkeys(words("failed fails refused refuses unable declined"), Standing.DENIED),
}

# Anywhere before the figure in its clause.
UNCERTAIN = words("feared presumed potentially hypothetically")
CONDITIONS = words("if unless whether")
FALSE = words("false fake untrue baseless unfounded fabricated bogus debunked")
# "no evidence that 12 were forged"
PROOFS = words("evidence proof sign signs indication indications truth basis confirmation")
# With whom or what they speak of before "to": "expect the storm to bring".
EXPECTING = words("expect expects expected predict predicts want wants")
# "no fewer than 12", "not only" and "not all of the 12" deny nothing.
AFTER_NO = words("fewer less more later longer greater only just least all every everyone")
