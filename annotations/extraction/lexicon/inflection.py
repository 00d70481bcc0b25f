"""The forms of English verbs."""

import re
from typing import NamedTuple

# One syllable that ends in a single vowel and consonant doubles it: "trap", "trapped".
_DOUBLES = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
_VOWELS = frozenset("aeiou")


class Forms(NamedTuple):
    plain: str
    third: str
    past: str
    participle: str
    ing: str


_IRREGULAR = {
    line.split()[0]: Forms(*line.split())
    for line in """
        acquit acquits acquitted acquitted acquitting
        annul annuls annulled annulled annulling
        beat beats beat beaten beating
        bid bids bid bid bidding
        bite bites bit bitten biting
        bring brings brought brought bringing
        build builds built built building
        buy buys bought bought buying
        cancel cancels cancelled cancelled cancelling
        cost costs cost cost costing
        cut cuts cut cut cutting
        die dies died died dying
        dig digs dug dug digging
        emit emits emitted emitted emitting
        enrol enrols enrolled enrolled enrolling
        expel expels expelled expelled expelling
        fall falls fell fallen falling
        feed feeds fed fed feeding
        fight fights fought fought fighting
        flee flees fled fled fleeing
        give gives gave given giving
        grow grows grew grown growing
        hit hits hit hit hitting
        hold holds held held holding
        get gets got got getting
        hurt hurts hurt hurt hurting
        kidnap kidnaps kidnapped kidnapped kidnapping
        lay lays laid laid laying
        lend lends lent lent lending
        let lets let let letting
        lose loses lost lost losing
        make makes made made making
        pay pays paid paid paying
        quiz quizzes quizzed quizzed quizzing
        rebuild rebuilds rebuilt rebuilt rebuilding
        repay repays repaid repaid repaying
        repel repels repelled repelled repelling
        retake retakes retook retaken retaking
        rise rises rose risen rising
        run runs ran run running
        seek seeks sought sought seeking
        sell sells sold sold selling
        send sends sent sent sending
        shed sheds shed shed shedding
        shoot shoots shot shot shooting
        shrink shrinks shrank shrunk shrinking
        shut shuts shut shut shutting
        sink sinks sank sunk sinking
        slay slays slew slain slaying
        spend spends spent spent spending
        steal steals stole stolen stealing
        sow sows sowed sown sowing
        submit submits submitted submitted submitting
        sweep sweeps swept swept sweeping
        swell swells swelled swollen swelling
        take takes took taken taking
        traffic traffics trafficked trafficked trafficking
        transfer transfers transferred transferred transferring
        wed weds wed wed wedding
        win wins won won winning
        withdraw withdraws withdrew withdrawn withdrawing
    """.strip().splitlines()
}


def verb_forms(verb: str) -> Forms:
    """The forms of a verb given in its plain form."""
    return _IRREGULAR.get(verb) or _regular(verb)


def spellings(verb: str) -> tuple[Forms, ...]:
    """The forms of a verb in British and, where it differs, American spelling."""
    forms = verb_forms(verb)
    if verb.endswith("l") and forms.past == verb + "led":
        return forms, _regular(verb)
    return (forms,)


def _regular(verb: str) -> Forms:
    stem = verb
    if verb.endswith("e"):
        past = verb + "d"
        stem = verb if verb.endswith("ee") else verb[:-1]
    elif verb.endswith("y") and verb[-2] not in _VOWELS:
        past = verb[:-1] + "ied"
    else:
        stem = verb + verb[-1] if _DOUBLES.fullmatch(verb) else verb
        past = stem + "ed"
    return Forms(verb, _third(verb), past, past, stem + "ing")


def _third(verb: str) -> str:
    if verb.endswith(("s", "x", "z", "ch", "sh")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + "s"
