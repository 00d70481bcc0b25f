"""Words that say a quantity went up or down, lower case."""

from annotations.extraction.lexicon.words import words

UP_VERBS = words(
    """
    up rise rises rose risen rising climb climbs climbed climbing gain gains gained gaining jump
    jumps jumped jumping surge surges surged surging soar soars soared soaring increase increases
    increased increasing grow grows grew grown growing advance advances advanced advancing add adds
    added adding rally rallies rallied rallying leap leaps leapt leaped spike spikes spiked
    skyrocket skyrocketed strengthen strengthens strengthened strengthening firmed
    appreciate appreciated ballooned bounced accelerated quickened swell swelled rebound rebounds
    rebounded rocketed upward upwards higher
    """
)
DOWN_VERBS = words(
    """
    down fall falls fell fallen falling drop drops dropped dropping decline declines declined
    declining decrease decreases decreased decreasing lose loses lost losing plunge plunges plunged
    plunging slide slides slid sliding slip slips slipped slipping tumble tumbles tumbled tumbling
    sink sinks sank sunk plummet plummets plummeted plummeting shed sheds shrink shrinks shrank
    shrunk contract contracted dip dips dipped dipping slump slumps slumped slumping crash crashed
    downward downwards lower ease eases eased easing retreat retreats retreated tanked weaken
    weakens weakened weakening depreciated softened slowed cratered nosedived sagged
    skidded recede receded
    """
)
# Of these verbs a bare number is what was got or lost, as in sports: added 15, dropped 18 of 19.
GETTING = words(
    "add adds added adding drop drops dropped lose loses lost losing gain gains gained shed"
)
# At the start of a sentence these tell somebody what to do.
IMPERATIVES = words("add drop gain lose shed sink slide slip")
# With "by" only: raised rates by 25 basis points, but raised $25.
RAISING = words(
    """
    raise raises raised raising lift lifts lifted lifting boost boosts boosted boosting hike hikes
    hiked hiking push pushes pushed pushing expand expands expanded widen widens widened improve
    improves improved extend extends extended
    """
)
LOWERING = words(
    """
    cut cuts cutting reduce reduces reduced reducing lower lowers lowered lowering trim trims
    trimmed slash slashes slashed slashing narrow narrows narrowed shorten shortened shrink
    """
)
