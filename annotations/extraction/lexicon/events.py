"""The event lexicon: what can happen to what a figure counts, by class, with the words for it.

To add a class or a word, add to the table; ``event_class`` tells what a class holds. Here is what
befalls people and things; what is done to and for them stands in ``deeds``.
"""

from annotations.extraction.lexicon.deeds import DEEDS
from annotations.extraction.lexicon.event_class import EventClass

# Where two classes share a word, the first that can take what is counted has it.
CLASSES = (
    EventClass(
        "killed",
        takes="people",
        transitive="""
            kill murder assassinate massacre slaughter execute electrocute behead strangle crush
            gun_down slay cull trample lynch asphyxiate
        """,
        intransitive="die perish succumb drown starve suffocate",
        objects="claim cost take lose life",
        nouns="""
            death fatality killing murder homicide slaying assassination massacre toll drowning
            corpse body execution suicide carcass
        """,
        adjectives="dead deceased",
        phrases="""
            lost their lives|lost their life|lost his life|lost her life|lose their lives|
            losing their lives|found dead|passed away|shot dead|stabbed to death|shot to death|
            beaten to death|burned to death|burnt to death|lost lives|froze to death|
            killed themselves|took their own lives|burned alive|burnt alive|bled to death|
            choked to death|crushed to death|trampled to death|blew himself up|blew herself up|
            blew themselves up|blown himself up|blown herself up|blown themselves up
        """,
        leads="""
            claimed the lives of|claims the lives of|claiming the lives of|took the lives of|
            taken the lives of|cost the lives of|taking the lives of
        """,
    ),
    EventClass(
        "injured",
        takes="people",
        transitive="""
            injure wound maim stab scald hospitalize hospitalise mutilate poison* bite maul
            hurt shoot beat_up burn
        """,
        nouns="injury wound burn wounding injured wounded fracture",
        adjectives="injured wounded hurt hospitalized hospitalised",
        phrases="""
            taken to hospital|rushed to hospital|taken to hospitals|treated for|in hospital|
            taken to the hospital|rushed to the hospital|taken to a hospital|admitted to hospital|
            airlifted to hospital|lost limbs|lost a limb|lost a leg|lost an arm|lost an eye
        """,
    ),
    EventClass("casualties", takes="people", nouns="casualty victim", phrases="fell victim"),
    EventClass(
        "missing",
        takes="people",
        intransitive="disappear vanish",
        nouns="disappearance",
        adjectives="missing unaccounted",
        phrases="went missing|gone missing|go missing",
    ),
    EventClass(
        "survived",
        takes="people",
        intransitive="survive",
        nouns="survivor",
        adjectives="alive unhurt unharmed uninjured",
        phrases="walked out unaided|walked out alive|walked away unhurt|walked away unharmed",
    ),
    EventClass(
        "trapped",
        takes="people",
        transitive="trap strand maroon bury",
        adjectives="trapped stranded buried stuck",
    ),
    EventClass(
        "rescued",
        takes="people",
        transitive="rescue save airlift pluck pull_out pull_from dig_out bring_out pick_up",
        nouns="rescue",
        phrases="""
            found alive|pulled alive|pulled out alive|brought out alive|taken to safety|
            brought to safety|led to safety|brought ashore|lifted to safety|pulled to safety|
            carried to safety|hauled to safety|winched to safety|carried out alive|
            got out alive|brought up alive
        """,
    ),
    EventClass(
        "displaced",
        takes="people",
        transitive="displace evacuate uproot deport extradite resettle expel evict",
        intransitive="flee",
        nouns="displacement evacuation expulsion evacuee refugee deportation exodus",
        adjectives="homeless displaced",
        phrases="""
            left their homes|leave their homes|leaving their homes|lost their homes|
            from their homes|out of their homes|forced to flee|forced to leave|had to leave|
            have to leave|sought refuge|seeking refuge|sought shelter|sleeping in the open|
            living in tents
        """,
    ),
    EventClass(
        "kidnapped",
        takes="people",
        transitive="kidnap abduct hijack",
        nouns="kidnapping abduction hostage",
        phrases="taken hostage|held hostage|taken captive|held captive",
    ),
    EventClass(
        "detained",
        takes="people",
        transitive="detain arrest imprison jail incarcerate apprehend intern round_up",
        nouns="arrest detention detainee prisoner inmate",
        adjectives="held",
        phrases="taken into custody|in custody|under arrest|behind bars|in jail|in detention",
    ),
    EventClass("sentenced", takes="time", transitive="sentence jail imprison", nouns="sentence"),
    EventClass(
        "convicted",
        takes="things",
        transitive="convict sentence",
        nouns="conviction",
        phrases="found guilty|pleaded guilty|pled guilty",
    ),
    EventClass(
        "charged",
        takes="things",
        transitive="charge indict prosecute arraign",
        nouns="indictment charge counts",
    ),
    EventClass(
        "released",
        takes="people",
        transitive="release free liberate pardon discharge",
        nouns="release",
    ),
    EventClass(
        "escaped",
        takes="people",
        intransitive="escape",
        phrases="""
            broke out of|on the run|got out|managed to get out|were able to get out|made it out
        """,
    ),
    EventClass(
        "acquitted",
        transitive="acquit exonerate",
        nouns="acquittal",
        phrases="cleared of|found not guilty",
    ),
    EventClass(
        "infected",
        takes="people",
        transitive="infect diagnose quarantine sicken",
        nouns="infection",
        adjectives="ill sick",
        phrases="tested positive|test positive|fell ill|fallen ill|fell sick|got sick",
    ),
    EventClass("vaccinated", takes="people", transitive="vaccinate inoculate immunize immunise"),
    EventClass(
        "dismissed",
        takes="people",
        transitive="dismiss sack fire suspend furlough lay_off let_go",
        nouns="layoff dismissal redundancy",
        phrases="lost their jobs|losing their jobs|lose their jobs|out of work|out of a job",
    ),
    EventClass(
        "hired",
        takes="people",
        transitive="hire recruit employ appoint enlist conscript mobilize mobilise",
        nouns="hire recruit",
    ),
    EventClass(
        "retired", takes="people", intransitive="retire resign", nouns="retirement resignation"
    ),
    EventClass(
        "deployed",
        transitive="deploy station dispatch redeploy send",
        nouns="deployment",
    ),
    EventClass(
        "present",
        transitive="carry",
        intransitive="attend gather protest march demonstrate rally assemble watch",
        nouns="protester demonstrator marcher attendee",
        adjectives="present aboard onboard inside",
        phrases="took part|taken part|take part|turned out|took to the streets|on board",
    ),
    EventClass(
        "striking",
        takes="people",
        phrases="""
            on strike|on hunger strike|walked out|walk out|walking out|downed tools|down tools|
            stopped work|
            joined the strike|joined the walkout|joined a strike|joined a walkout
        """,
    ),
    EventClass(
        "arrived",
        intransitive="arrive enter",
        nouns="arrival",
        phrases="crossed into|crossing into|crossed the border",
    ),
    EventClass("returned", takes="people", transitive="repatriate", phrases="returned"),
    EventClass("surrendered", intransitive="surrender defect"),
    EventClass(
        "neutralized",
        transitive="neutralize neutralise defuse detect disarm detonate dismantle",
    ),
    EventClass(
        "destroyed",
        transitive="""
            destroy damage demolish raze wreck flatten torch gut obliterate shoot_down burn char
            incinerate ravage burn_down scorch bury sweep_away wash_away
        """,
        intransitive="collapse crash explode capsize derail burn sink",
        nouns="destruction collapse",
    ),
    EventClass("collided", intransitive="collide"),
    EventClass("flooded", transitive="flood submerge inundate swamp"),
    EventClass("recalled", transitive="recall", nouns="recall"),
    EventClass(
        "treated",
        takes="people",
        transitive="treat",
        phrases="""
            needed treatment|needed medical treatment|needed hospital treatment|
            received treatment|received medical treatment|receiving treatment
        """,
    ),
    EventClass("recovered", transitive="recover retrieve", intransitive="recover recuperate"),
    EventClass(
        "captured",
        transitive="""
            seize capture recapture occupy confiscate liberate conquer regain
            retake
        """,
        nouns="capture seizure occupation",
        phrases="taken prisoner|took prisoner",
    ),
    EventClass("captured", takes="money", transitive="seize confiscate", nouns="seizure"),
    EventClass("launched", transitive="launch fire lob shell", nouns="launch"),
    EventClass(
        "intercepted",
        transitive="intercept thwart foil repel shoot_down",
    ),
    EventClass(
        "stolen",
        takes="any",
        transitive="""
            rob loot embezzle steal snatch nab make_off_with get_away_with walk_off_with
            run_off_with
        """,
        nouns="theft robbery",
        leads="escaped with",
    ),
    EventClass("sold", takes="any", transitive="auction sell", nouns="sale"),
    EventClass(
        "acquired",
        takes="any",
        transitive="acquire purchase import order buy",
        nouns="acquisition purchase takeover buyout",
    ),
    EventClass(
        "offered",
        takes="any",
        transitive="offer propose bid",
        nouns="offer bid proposal",
    ),
    EventClass("fined", takes="money", transitive="fine penalize penalise", nouns="fine penalty"),
    EventClass(
        "paid",
        takes="money",
        transitive="""
            donate reimburse compensate award grant pay
            spend lend repay disburse refund give
        """,
        nouns="payment compensation donation payout bonus salary spending grant award",
    ),
    EventClass(
        "invested",
        takes="money",
        transitive="""
            invest pledge allocate earmark inject raise promise commit pour pump plough plow
        """,
        nouns="investment pledge funding aid loan budget",
    ),
    EventClass("damage", takes="money", nouns="damage damages losses"),
    EventClass(
        "cost",
        takes="money",
        transitive="cost",
        nouns="cost price bail ransom fee",
        leads="worth|valued at|priced at|estimated at",
    ),
    EventClass(
        "earned",
        takes="money",
        transitive="earn gross generate",
        nouns="profit revenue income earnings turnover",
    ),
    EventClass(
        "voted",
        intransitive="vote abstain",
        objects="cast get receive poll vote|cast ballot",
        nouns="vote ballot abstention",
        phrases="cast ballots|cast their votes|cast their ballots|cast votes",
        leads="vote|votes|voted|voting",
    ),
    EventClass("elected", takes="people", transitive="elect"),
    EventClass(
        "won",
        takes="any",
        transitive="win",
        objects="take secure gain hold capture clinch seat",
        nouns="win victory",
    ),
    EventClass("lost", takes="any", transitive="lose wipe shed", nouns="defeat loss"),
    EventClass("scored", leads="scored|scoring"),
    EventClass("cancelled", transitive="cancel call_off", adjectives="grounded"),
    EventClass("identified", transitive="identify recognise recognize"),
    EventClass("created", transitive="create"),
    EventClass("cut", takes="any", transitive="slash axe eliminate scrap cut"),
    EventClass(
        "built",
        transitive="""
            construct erect produce manufacture build
            rebuild
        """,
        nouns="construction production",
    ),
    EventClass(
        "closed",
        transitive="close shut shutter shut_down close_down",
        intransitive="close shut",
        nouns="closure",
    ),
    EventClass("reopened", transitive="reopen", intransitive="reopen"),
    EventClass(
        "affected",
        takes="named",
        transitive="affect hit",
        adjectives="affected",
        phrases="without power|without electricity|without water",
        leads="cut power to|cuts power to|cutting power to|knocked out power to",
    ),
    EventClass(
        "rose",
        takes="change",
        transitive="""
            raise increase boost lift rise grow climb jump surge soar gain
            rally advance rebound expand widen swell
        """,
        nouns="increase rise growth gain surge jump",
    ),
    EventClass(
        "fell",
        takes="change",
        transitive="""
            reduce lower decrease fall decline plunge slump tumble dip drop slip contract
            sink shrink ease narrow slow weaken
        """,
        nouns="decrease decline fall drop slump plunge reduction cut",
    ),
    EventClass("cut", nouns="cut cutback"),
    EventClass(
        "duration",
        takes="time",
        transitive="last span endure",
        leads="""
            lasted for|lasting for|last for|went on for|dragged on for|raged for|continued for|
            take|takes|took|taken|taking|spend|spent|spending|serve|served|serving
        """,
    ),
    EventClass("delayed", takes="time", transitive="delay postpone", nouns="delay"),
    EventClass("delayed", transitive="delay postpone"),
    *DEEDS,
)

# With an event noun for object they happen to their subject: "suffered injuries".
LIGHT_VERBS = frozenset(
    """
    suffer suffers suffered suffering sustain sustains sustained sustaining get gets got getting
    receive receives received receiving become becomes became becoming
    """.split()
)
# After an event noun they give its number: "the death toll stands at 13".
MEASURE_VERBS = frozenset(
    """
    rise rises rose risen rising climb climbs climbed climbing stand stands stood standing reach
    reaches reached reaching hit hits jump jumped jumps top tops topped pass passes passed exceed
    doubled tripled swelled grew grown increased surged soared fell fallen dropped slipped slid
    dipped eased edged declined shrank shrunk plunged slumped tumbled widened narrowed sank swells
    exceeds exceeded surpass surpassed number numbered numbers total totals totaled totalled
    """.split()
)
# What follows them is said of the subject: "remain missing", "were feared dead".
LINKING_VERBS = frozenset(
    """
    remain remains remained remaining left feared presumed believed reported found confirmed
    declared pronounced listed rendered made went gone lay lie lies
    """.split()
)
# Nouns that stand between an event and its number without changing it: "a total of 61".
TRANSPARENT = frozenset(
    """
    total number sum group pair couple trio team crowd convoy fleet herd flock delegation gang band
    squad contingent caravan procession shipment consignment cargo cache haul stash batch some all
    both most none neither many series
    maximum minimum record average
    """.split()
)
