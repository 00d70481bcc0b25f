"""What happened to what each figure counts; "-" stands for nothing said."""

import pytest

from annotations.extraction.events.events import happenings
from annotations.extraction.figures.figures import quantities_in
from annotations.extraction.lexicon.events import CLASSES
from annotations.extraction.text.tokens import tokenize


def events(sentence: str) -> list[str]:
    tokens = tokenize(sentence)
    return [found.event or "-" for found in happenings(tokens, quantities_in(tokens))]


def cases(table: str) -> list[object]:
    """Lines of "events | sentence"; the sentence is the case's name."""
    rows = (line.split("|") for line in table.strip().splitlines())
    return [pytest.param(row[1].strip(), row[0].split(), id=row[1].strip()) for row in rows]


VERBS = """
    killed           | Six miners were killed in the tunnel.
    killed           | The blast killed at least six miners.
    killed           | A landslide has killed six miners, the mayor said.
    killed           | She found that smoke kills 36,000 people a year.
    destroyed -      | They said that 28 of 31 drones launched overnight had been shot down.
    detained         | Between 40 and 50 people were arrested.
    - -              | Some 5,000 homes lost power and 300 residents were told to leave.
    killed           | By nightfall, six policemen lay dead.
    killed           | Six people were confirmed dead.
    killed killed killed | The storm claimed 21 lives: seven in Oldtown and five in Newtown.
    killed killed    | Four miners and two drivers were killed in the tunnel.
    killed killed    | The flood reached the plain, killing four miners and two drivers.
    injured          | Two guards of the harbour company stationed at the north gate were wounded.
    killed killed    | The bomb killed a guard and two cooks at a hotel with 12 staff dead.
    killed           | Six people who were travelling in a van were killed.
    killed           | At least 12 of the people who were in the building died.
    killed injured   | The blast killed four and ten were wounded.
    killed killed -  | Twelve people, among them two cooks, died in a port with 45 cranes.
    killed detained  | Some 23 men have been killed and 1,000 arrested since the march.
    killed injured   | Two women died in the fire and three boys were hurt.
    arrived killed   | Two gunmen entered the hall and killed six people.
    killed -         | At least six people were killed in two accidents.
    detained released| Police arrested 12 suspects and released three.
    casualties       | Hundreds of farmers have been wounded or killed by shells.
    killed           | A teacher shot and killed two dogs and their owner said so.
    destroyed displaced | More than 100 houses were damaged and 2,000 people left homeless.
    killed           | A guard shot dead four officers.
    destroyed        | The crew said they had shot down two drones.
    killed           | A storm killed a mother and her three children.
    present          | The ship sank with 200 passengers aboard.
    deployed         | The country has deployed 3,000 troops to the border.
    trapped          | Seventeen miners are still trapped.
    killed killed    | The quake has killed more than 2,000 people, 500 of them in the capital.
    neutralized neutralized | Some 300 mines, including 40 new ones, were defused.
    -                | Doctors wrote to 30 families.
    voted            | Some 40 percent of members abstained.
    dismissed        | The mill has laid off 300 workers.
    stolen           | Thieves made off with $2 million in jewels.
    destroyed        | The fire burned two-thirds of the reserve.
    injured destroyed| The flames burned 12 workers and two cars.
    survived         | None of the 40 sailors survived.
    detained - -     | Police arrested ten men and photographed two boys and 30 girls.
    captured         | Customs seized $3 million in cash.
    captured captured| Customs seized two tonnes of tea and 40 kg of gold.
    destroyed        | The fire scorched 4,500 acres.
    won              | The party won 43 seats.
    won              | The party could take 43 seats.
    present          | A van carrying 45 passengers ran into a wall.
    killed           | All 45 people on board were killed.
    voted voted      | The council voted 312 to 108 to close the pool.
    voted voted      | The council passed the plan by 51 votes to 48.
    arrived          | A convoy of 40 trucks entered the town.
    captured         | Police seized a shipment of 40 guns.
    striking         | Forty-one porters are on hunger strike.
    injured          | Six people lost limbs.
    striking         | More than 900 porters walked out on Tuesday.
    affected killed injured | Mines have hit 30 men, of whom 10 died and 20 were wounded.
    affected         | The hail left 40 villages without power.
    closed           | Under the plan, 14 pools would close.
    closed           | The city will close 14 pools.
    cancelled cancelled | It canceled 12 trips and called off 30 more trains.
    displaced        | The flood forced 300 people from their homes.
    displaced        | Some 300 residents had to leave.
    rescued          | Five were dug out by their guides.
    injured          | The blast left five cooks with severe burns.
    killed killed    | Six died at sea and two in port.
    escaped          | Some 30 prisoners escaped from the jail.
    killed           | Two bombers blew themselves up.
    killed injured   | The blast killed six cooks and left four with burns.
    destroyed        | The flood swept away 40 houses.
    paid             | The fund gave $60 million to the town.
    survived         | Three miners walked out unaided.
    voted voted voted| The council passed it by 267 votes to 231, with 14 members abstaining.
    cancelled        | A further 50 could be grounded.
    - identified     | Of the 64 paintings, 25 have been identified.
    charged charged  | Nine men were charged with theft and two with fraud.
    killed injured   | A guard opened fire at a fair, leaving nine people dead and 30 wounded.
    infected         | The island has counted 300 cases of measles since March.
    -                | The court has heard 300 cases since March.
    duration         | The trip takes 90 minutes.
    -                | The trip takes 90 horses.
"""

DOERS = """
    supported        | Some 300 delegates backed the plan.
    supported        | The party backed 12 candidates.
    supported        | The plan was backed by 300 delegates.
    -                | The union, which represents 300 drivers, opposed it.
    opposed          | Forty-one members opposed the plan.
    opposed          | The plan was opposed by 41 members.
    fought           | About 200 firefighters are battling the blaze.
    fought           | The blaze was tackled by 200 firefighters.
    attacking        | Forty gunmen attacked the village.
    attacked         | Forty villages were attacked by rebels.
    attacked         | Rebels attacked 40 villages.
    present          | The fair was attended by 4,000 people.
    signed           | Some 4,000 people signed the petition.
    visited          | The president visited 12 towns.
    sued sued        | The two women he sued are poor, and 40 men sued him.
    searching        | Some 300 volunteers searched the hills.
    searching -      | Some 300 volunteers are searching for two boys.
    missing          | The search for 12 missing hikers goes on.
    killed           | The death toll from the attack rose to 24.
    killed           | In the fighting on Monday 12 people died.
"""

APPOSITIONS = """
    killed killed injured | Fourteen people died, six of them children, and 180 were injured.
    killed killed displaced | Four are confirmed dead, two of them women, and 80 are homeless.
    lost lost lost   | Twelve barges, five of them new and two of them leased, were lost.
    killed killed    | Twelve sailors, five of them cooks, drowned when the ferry sank.
    killed killed injured | Twelve sailors died (five of them cooks), and 40 were hurt.
    killed killed    | Twelve sailors – five of them cooks – were killed.
    - killed         | Twelve sailors, five of whom died, were on the ferry.
    killed killed    | Twelve sailors, two of whom were cooks, died in the storm.
    killed -         | Twelve sailors, aged 18 to 40, were killed in the storm.
    killed -         | Twelve sailors, according to a guard of 60 years, were killed.
"""

PARTS_OF_A_WHOLE = """
    injured injured  | Two of the four cooks hurt in the fire are at home.
    killed injured   | Two of the 12 people injured in the blast have died.
    released trapped | Rescuers freed 12 of the 20 miners trapped underground.
    released kidnapped | Rebels freed 30 of the 45 pupils abducted last week.
    charged detained | Seven of the 12 people arrested on Monday have been charged.
    injured -        | Two of the 12 passengers were injured.
    killed -         | Two of 12 hostages killed
    -                | Most of the 30 passengers died.
    -                | It is not clear how many of the 30 passengers survived.
    survived         | All of the 30 passengers survived.
"""

NOUNS = """
    killed           | The final toll of the blast that tore through the plant is 44.
    killed           | The number of people killed when a bus met a train this week stands at 31.
    -                | The number of homes that the storm hit is 44.
    -                | A toll was taken on the bridge, but the price was 44.
    killed           | The collapse led to the deaths of six miners.
    killed           | Villagers mourn the death of the four miners.
    killed displaced | War led to the deaths of 30,000 people and the expulsion of a million others.
    casualties       | Mine Reopens Following 6 Casualties
    killed injured   | Hospitals counted 14 deaths and 31 injuries.
    killed killed killed | The clinic gave a toll of 61, including 48 adults and 13 children.
    killed           | The death toll rose to 24 on Friday.
    killed           | The death toll of the quake has passed 2,000.
    killed           | Quake toll passes 2,000 as aid comes in
    killed           | The death toll from the quake that hit the coast has risen to 2,012.
    rose displaced   | The number of displaced has doubled to 4 million in a year.
    killed           | Officials put the death toll at 45.
    killed killed    | The mayor raised the toll to nine from four.
    -                | She has scars on 30 percent of her body.
    killed           | The number of people killed rose to 24.
    injured          | The number of injured climbed to 300.
    killed injured   | Deaths and injuries among the crew stand at 13 and 152, respectively.
    killed injured   | Deaths: 12; injuries: 30.
    released         | The release of 40 hostages was put off.
    killed           | Among the dead were two children.
    killed injured   | Three of the 30 injured later died.
    injured          | Of the injured, 101 were nurses.
    killed           | Of those killed, nine were nurses.
    damage           | The hail caused $18 billion in insured losses.
    killed           | Of the injured, three later died.
    displaced        | The school now teaches 40 displaced children.
    damage           | Damage from the storm is put at $30 million.
    rose             | The number of people in work rose by 84,000.
    - rose           | Sales came to €98m, up 3 percent.
    cut              | The bank announced 900 job cuts.
    rose             | Sales saw a 3 percent rise in May.
    rose             | They forecast 1.1 percent growth.
    fell             | The 20% drop in sales was a shock.
    lost             | The bank reported a $5bn loss.
    sentenced        | The 12-year jail sentence stands.
    -                | Some 20 percent rise before dawn.
    released -       | Two of the 12 hostages were freed.
    charged          | The jury convicted him of seven counts of fraud.
    fined            | The firm must pay a fine of $5 million.
    fell earned      | Operating profit slipped 3% to €98m.
    earned           | The firm reported a profit of $3.2 billion.
"""

IDIOMS = """
    rescued          | All 58 were lifted to safety.
    escaped          | In all, 58 miners managed to get out.
    dismissed        | Some 300 people were let go on Friday.
    -                | They let 40 people go home.
    closed closed    | The firm will shutter two plants and shut down three mills.
    killed           | Fourteen people lost their lives.
    killed           | The floods claimed 40 lives.
    killed           | The storm has claimed the lives of 14 people.
    trapped killed injured | In all 90 were trapped, of which 20 lost their lives and 70 got hurt.
    stolen           | The gang got away with $2 million in cash.
    killed injured   | Among the crew, 8 sailors lost their lives and 11 suffered minor injuries.
    casualties casualties | In all 90 people became victims of fires, with 12 of them being young.
    injured injured injured | Some 900 were hurt, with 57 of them being children and 38 being women.
    killed injured   | Two people are dead and five are in hospital.
    infected         | Some 300 pupils tested positive.
    rescued          | Fishing boats brought 16 people ashore.
    rescued injured  | Helicopters took 16 of the crew to safety and four people to hospital.
"""

HEADLINES = """
    injured          | Village fire: 19 injured, no one killed
    killed injured   | Six killed, 12 wounded in mine blast
    killed injured   | At least 10 dead, 40 hurt in bus crash
    killed           | Blast kills 12
    killed missing   | Storm leaves 12 dead and 30 missing
    killed           | Aftershocks jolt island, death toll rises to 10
    detained stolen  | Five arrested over theft of $3 million
"""

MEASURES = """
    duration sentenced | He was freed after serving 13 days of a 90-day sentence.
    -                | That is 31 percent above Friday's close.
    killed           | He's killed two men.
    duration         | The siege lasted 44 days.
    duration         | The siege lasted for six weeks.
    duration killed  | In the six-week war 200 soldiers died.
    - released       | Six months after the blast, two hostages were released.
    fell -           | Gold fell $12 to $1,915.
    fell -           | Shares fell 3 percent to 12,400.
    rose             | Prices have risen 12 percent since May.
    -                | A boulder weighing 4 tonnes fell on the track.
    -                | They warned of falling rocks at least six times.
    acquired         | The brewer acquired its rival for $8 billion.
    acquired acquired| It bought 20 planes for $3 billion.
    sentenced        | He was sentenced to 40 years.
    sentenced        | He was jailed for between four and nine years.
    detained sentenced | A court jailed three men for ten years.
    cost             | The ring is worth $40,000.
    magnitude        | A 5.9-magnitude quake struck the island.
    window           | The firm must pay within 30 days.
    window killed    | Over the past 24 hours 12 people died.
    duration         | The siege lasted almost a year.
    duration         | The siege lasted just over 44 days.
    duration         | She has led it for just 44 days.
    - window         | They tried 12 traps over five years.
    rose killed      | The death toll doubled to 24.
"""


@pytest.mark.parametrize(("sentence", "expected"), cases(VERBS))
def test_a_verb_befalls_its_object_or_subject(sentence: str, expected: list[str]) -> None:
    assert events(sentence)[: len(expected)] == expected


@pytest.mark.parametrize(("sentence", "expected"), cases(DOERS))
def test_a_verb_may_tell_of_who_does_it(sentence: str, expected: list[str]) -> None:
    assert events(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), cases(APPOSITIONS))
def test_a_subject_meets_its_verb_across_an_apposition(sentence: str, expected: list[str]) -> None:
    assert events(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), cases(PARTS_OF_A_WHOLE))
def test_a_participle_behind_a_whole_tells_what_it_is_a_number_of(
    sentence: str, expected: list[str]
) -> None:
    assert events(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), cases(NOUNS))
def test_an_event_noun_counts_what_befell(sentence: str, expected: list[str]) -> None:
    assert events(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), cases(IDIOMS))
def test_an_idiom_says_an_event(sentence: str, expected: list[str]) -> None:
    assert events(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), cases(HEADLINES))
def test_a_headline_without_a_full_verb_says_its_events(sentence: str, expected: list[str]) -> None:
    assert events(sentence) == expected


@pytest.mark.parametrize(("sentence", "expected"), cases(MEASURES))
def test_a_measure_takes_the_event_it_measures(sentence: str, expected: list[str]) -> None:
    assert events(sentence) == expected


def test_every_verb_that_tells_of_its_doer_takes_an_object() -> None:
    transitive = {verb.rstrip("*") for event in CLASSES for verb in event.transitive.split()}
    assert all(set(event.doing.split()) <= transitive for event in CLASSES)


def test_every_class_of_the_lexicon_can_be_said() -> None:
    kinds = [(event.name, event.takes) for event in CLASSES]
    assert len(kinds) == len(set(kinds))
    words = ("transitive", "intransitive", "doing", "nouns", "adjectives", "phrases", "leads")
    for event in CLASSES:
        assert any(getattr(event, kind) for kind in words)
