"""Events that somebody brings about: what is done to, for and about what a figure counts."""

from annotations.extraction.lexicon.event_class import EventClass

DEEDS = (
    EventClass(
        "attacked",
        transitive="attack* assault* ambush* raid* storm* bomb* bombard besiege target* invade",
    ),
    EventClass("attacking", takes="people", doing="attack ambush raid storm besiege invade"),
    EventClass(
        "fought",
        transitive="fight* battle* tackle* confront",
        intransitive="clash*",
        doing="fight battle tackle confront",
    ),
    EventClass(
        "supported",
        transitive="back* support* endorse favour favor",
        doing="back support endorse favour favor",
        phrases="in favour|in favor|voted in favour|voted in favor|voted yes",
    ),
    EventClass("opposed", transitive="oppose", doing="oppose", phrases="voted against|voted no"),
    EventClass(
        "approved",
        transitive="approve ratify adopt authorise authorize license enact",
        doing="approve ratify adopt",
    ),
    EventClass(
        "rejected",
        transitive="reject veto turn_down rebuff overturn quash annul revoke",
        doing="reject veto",
    ),
    EventClass(
        "demanded",
        takes="any",
        transitive="demand* seek request*",
        doing="demand seek request",
        phrases="calling for|called for|call for|applied for|apply for|applying for",
    ),
    EventClass("signed", transitive="sign*", doing="sign", nouns="signature"),
    EventClass(
        "joined",
        intransitive="join enrol enroll volunteer*",
        phrases="signed up|sign up|signing up",
    ),
    EventClass("visited", transitive="visit* tour*", doing="visit tour"),
    EventClass(
        "examined",
        transitive="inspect examine test* investigate analyse analyze assess audit* review* check*",
    ),
    EventClass(
        "questioned",
        transitive="question* interview* interrogate quiz* summon",
    ),
    EventClass("surveyed", takes="people", transitive="survey* poll* canvass"),
    EventClass("searched", transitive="search* comb* scour"),
    EventClass(
        "searching",
        takes="people",
        doing="search comb scour",
        phrases="searching for|looking for|searched for|hunting for",
    ),
    EventClass(
        "found",
        transitive="discover uncover unearth locate spot*",
        nouns="discovery",
    ),
    EventClass("recorded", transitive="record* log* document* register* tally*"),
    EventClass("sued", transitive="sue", doing="sue", nouns="lawsuit"),
    EventClass("filed", transitive="file* lodge* submit"),
    EventClass("accused", transitive="accuse suspect* blame*"),
    EventClass(
        "abused",
        takes="people",
        transitive="abuse* rape* torture* molest harass exploit* bully*",
        nouns="rape",
    ),
    EventClass(
        "banned",
        transitive="ban* bar* outlaw prohibit blacklist sanction* disqualify exclude block*",
    ),
    EventClass(
        "blocking",
        takes="people",
        doing="block",
        phrases="set up barricades|set up a roadblock|set up roadblocks",
    ),
    EventClass(
        "delivered",
        takes="any",
        transitive="deliver distribute supply* ship* hand_out hand_over provide donate",
    ),
    EventClass("exported", takes="any", transitive="export*"),
    EventClass("issued", takes="any", transitive="issue* publish hand_down"),
    EventClass("moved", transitive="transfer* relocate transport* ferry* escort* shift*"),
    EventClass("sheltered", takes="people", transitive="shelter* accommodate rehouse host* feed"),
    EventClass("assisted", takes="people", transitive="assist* benefit*"),
    EventClass("planted", transitive="plant* sow"),
    EventClass("harvested", transitive="harvest* reap"),
    EventClass("installed", transitive="install"),
    EventClass("repaired", transitive="repair* restore renovate refurbish modernise modernize"),
    EventClass("replaced", transitive="replace", doing="replace"),
    EventClass("smuggled", transitive="smuggle traffic*"),
    EventClass("emitted", takes="any", transitive="emit leak* spill* dump*", nouns="emission"),
    EventClass("bereaved", takes="people", transitive="orphan* widow*"),
    EventClass("viewed", takes="any", transitive="view* stream* download*", doing="view stream"),
    EventClass("diverted", transitive="divert reroute"),
    EventClass("withdrawn", transitive="withdraw pull_back pull_out"),
    EventClass(
        "living",
        takes="people",
        intransitive="reside dwell",
        phrases="live in|lived in|living in|live on|living on|live under|living under|live near",
    ),
    EventClass(
        "working",
        takes="people",
        phrases="work at|work for|work in|worked at|worked for|working at|working for|working in",
    ),
    EventClass(
        "needy",
        takes="people",
        phrases="""
            in need of|need help|need aid|need food|need assistance|needed help|needed aid|
            go hungry|going hungry|facing hunger|face hunger|living in poverty|live in poverty|
            in poverty
        """,
    ),
    EventClass("unemployed", takes="people", adjectives="unemployed jobless"),
    EventClass("born", takes="people", adjectives="born", nouns="birth"),
    EventClass("waiting", takes="people", intransitive="wait queue*", phrases="waiting for"),
    EventClass("subscribed", takes="people", intransitive="subscribe"),
    EventClass("married", takes="people", intransitive="marry wed"),
    EventClass("graduated", takes="people", intransitive="graduate*"),
    EventClass("competing", takes="people", intransitive="compete"),
)
