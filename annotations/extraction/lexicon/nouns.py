"""Nouns whose number or kind their spelling does not tell, lower case."""

from annotations.extraction.lexicon.words import words

IRREGULAR = dict(
    pair.split(":")
    for pair in """
        people:people men:man women:woman children:child feet:foot teeth:tooth geese:goose
        mice:mouse oxen:ox lives:life wives:wife knives:knife halves:half wolves:wolf shelves:shelf
        leaves:leaf thieves:thief loaves:loaf calves:calf elves:elf selves:self scarves:scarf
        hooves:hoof criteria:criterion phenomena:phenomenon data:data media:media bacteria:bacterium
        strata:stratum errata:erratum memoranda:memorandum analyses:analysis crises:crisis
        diagnoses:diagnosis theses:thesis bases:base axes:axe oases:oasis hypotheses:hypothesis
        parentheses:parenthesis synopses:synopsis emphases:emphasis nuclei:nucleus fungi:fungus
        cacti:cactus stimuli:stimulus alumni:alumnus syllabi:syllabus radii:radius indices:index
        matrices:matrix appendices:appendix vertices:vertex vortices:vortex larvae:larva
        antennae:antenna formulae:formula shoes:shoe toes:toe canoes:canoe horseshoes:horseshoe
        foes:foe woes:woe hoes:hoe movies:movie cookies:cookie calories:calorie zombies:zombie
        selfies:selfie rookies:rookie newbies:newbie brownies:brownie eyries:eyrie birdies:birdie
        ties:tie pies:pie lies:lie dies:die genies:genie prairies:prairie menageries:menagerie
        collieries:colliery lingeries:lingerie hoodies:hoodie smoothies:smoothie caddies:caddie
        caches:cache headaches:headache toothaches:toothache aches:ache niches:niche psyches:psyche
        avalanches:avalanche quiches:quiche moustaches:moustache mustaches:mustache axles:axle
        gases:gas buses:bus minibuses:minibus viruses:virus campuses:campus bonuses:bonus
        statuses:status censuses:census focuses:focus lenses:lens biases:bias aliases:alias
        canvases:canvas atlases:atlas surpluses:surplus radiuses:radius choruses:chorus
        circuses:circus walruses:walrus octopuses:octopus geniuses:genius crocuses:crocus
        sinuses:sinus fetuses:fetus foetuses:foetus prospectuses:prospectus abacuses:abacus
        cactuses:cactus hiatuses:hiatus syllabuses:syllabus apparatuses:apparatus
        trolleybuses:trolleybus pluses:plus minuses:minus irises:iris pelvises:pelvis penises:penis
        trellises:trellis tennis:tennis quizzes:quiz
        """.split()
)

# Plural (or collective) without an s: "six dead", "four police", "two aircraft".
PLURAL_AS_IS = words(
    """
    people police personnel staff troops cattle sheep fish deer aircraft spacecraft hovercraft
    offspring swine salmon trout cod tuna squid bison moose dead wounded injured missing others
    homeless crew infantry cavalry clergy folk gentry poultry vermin children men women feet teeth
    geese mice oxen criteria phenomena data media bacteria larvae alumni nuclei fungi stimuli cacti
    radii livestock militia manpower faculty
    """
)

# Ends in "is" as a singular does, and is a plural: demonyms and loans.
PLURAL_IN_IS = words(
    """
    azerbaijanis israelis pakistanis iraqis saudis afghanis emiratis kuwaitis omanis yemenis
    qataris bahrainis bangladeshis somalis nepalis bengalis punjabis gujaratis kashmiris sindhis
    baluchis uzbekistanis kazakhstanis zanzibaris yazidis taxis skis alibis rabbis bikinis safaris
    tsunamis emojis kiwis jacuzzis khakis houthis parsis rishis swamis maharishis
    """
)

# Ends in s, and is no plural.
SINGULAR_IN_S = words(
    """
    news series species gas bus lens bias virus campus bonus status census focus canvas atlas
    surplus chorus circus genius cactus crisis basis analysis diagnosis thesis politics economics
    mathematics physics athletics gymnastics diabetes measles rabies mumps lass boss loss glass
    mass pass class press address process success access business witness illness princess actress
    waitress hostess countess governess fortress mattress buttress congress progress express
    distress stress dress cross grass brass mess less unless across bless toss moss kiss miss
    compass embarrass harass carcass bypass trespass overpass underpass darkness this his its us as
    is was has does goes says yes plus minus versus thus perhaps always besides sometimes
    afterwards towards upwards downwards backwards forwards overseas indoors outdoors various
    previous serious religious dangerous numerous famous nervous anxious obvious iris pelvis tennis
    christmas texas kansas arkansas paris athens brussels naples wales los las des james charles
    thomas chris nicholas alexis dennis francis louis lewis davis jones williams evans harris
    hughes adams roberts phillips reuters mercedes philippines netherlands hamas abbas laos cyprus
    mauritius honduras bahamas maldives kors
    """
)

# Nouns that name people; a word that ends in one of PERSON_ENDINGS does so too.
PERSON = words(
    """
    people person mp mep ceo gp vip man woman child kid baby infant toddler boy girl teenager teen
    adolescent youth adult senior pensioner retiree elder citizen civilian resident inhabitant
    villager islander local native national foreigner immigrant migrant emigrant refugee evacuee
    expatriate exile tourist visitor traveler traveller passenger commuter pedestrian cyclist
    motorist driver rider pilot sailor seaman captain crew crewman crewmember astronaut cosmonaut
    attendant steward police policeman policewoman officer cop constable sergeant inspector
    detective sheriff deputy trooper guard ranger warden jailer marshal agent spy soldier
    serviceman servicewoman troop marine paratrooper commando sniper recruit conscript troops staff
    others reservist cadet veteran general colonel lieutenant admiral commander fighter combatant
    militant rebel insurgent terrorist extremist jihadist separatist guerrilla gunman shooter
    attacker assailant bomber hijacker kidnapper robber burglar thief killer murderer suspect
    criminal convict prisoner inmate detainee captive hostage defendant accused offender felon
    fugitive smuggler trafficker dealer victim casualty survivor fatality dead wounded injured
    missing patient donor worker employee staffer labourer laborer boss manager executive director
    chairman chairwoman president premier chancellor minister senator congressman congresswoman
    congressperson lawmaker legislator parliamentarian politician candidate mayor governor
    councillor councilor councilman councilwoman commissioner delegate diplomat ambassador envoy
    official bureaucrat servant peacekeeper mediator negotiator observer judge justice juror lawyer
    attorney solicitor barrister prosecutor magistrate witness plaintiff doctor physician surgeon
    nurse midwife paramedic medic dentist pharmacist therapist carer caregiver scientist researcher
    engineer technician programmer developer analyst economist expert scholar academic professor
    lecturer teacher tutor student pupil graduate undergraduate alumnus schoolchild schoolboy
    schoolgirl scout apprentice trainee intern volunteer activist protester protestor demonstrator
    striker campaigner rioter looter marcher supporter follower fan spectator voter elector
    taxpayer consumer customer client shopper buyer seller vendor subscriber user viewer listener
    reader member participant attendee guest host player footballer athlete goalkeeper defender
    midfielder batsman batter bowler pitcher runner swimmer boxer wrestler skier climber hiker
    hunter fisherman farmer rancher shepherd herder miner builder plumber electrician carpenter
    mechanic cook chef waiter waitress cleaner janitor maid nanny clerk cashier secretary
    accountant banker broker trader investor shareholder creditor debtor borrower owner landlord
    tenant homeowner householder neighbor neighbour friend relative parent father mother dad mum
    mom son daughter brother sister sibling twin husband wife spouse partner widow widower orphan
    grandparent grandfather grandmother grandchild cousin aunt uncle nephew niece ancestor
    descendant heir bride groom mourner worshiper worshipper parishioner churchgoer pilgrim priest
    bishop cardinal pope monk nun imam cleric rabbi pastor missionary king queen prince princess
    emperor celebrity actor actress singer musician dancer artist writer author poet novelist
    journalist reporter correspondent editor photographer cameraman blogger filmmaker designer
    architect comedian founder entrepreneur contractor rescuer firefighter fireman lifeguard
    responder diver personnel human individual male female lady gentleman guy bloke folk christian
    muslim jew hindu sikh buddhist catholic protestant sunni shiite shia kurd arab turk russian
    ukrainian armenian azerbaijani israeli palestinian american briton european african asian
    german italian mexican canadian australian indian iranian iraqi syrian afghan pakistani
    bangladeshi egyptian libyan tunisian algerian moroccan nigerian kenyan somali sudanese
    ethiopian chinese japanese korean vietnamese filipino indonesian malaysian thai burmese nepali
    nepalese greek bulgarian romanian hungarian czech slovak serb croat bosnian albanian swede dane
    finn norwegian dutchman frenchman spaniard portuguese irishman scot welshman englishman
    brazilian argentine argentinian chilean colombian venezuelan peruvian cuban haitian yemeni
    saudi qatari emirati jordanian lebanese georgian chechen kazakh uzbek tajik rohingya uighur
    uyghur yazidi respondent applicant claimant beneficiary recipient jobseeker finalist winner
    loser champion medalist medallist contestant competitor rival opponent ally enemy leader chief
    aide adviser advisor assistant colleague teammate skipper coach trainer referee umpire newcomer
    beginner addict smoker drinker drunk laureate hero heroine idol billionaire millionaire tycoon
    oligarch baron speaker spokesman spokeswoman spokesperson whistleblower informant mercenary
    militiaman corporal private holidaymaker vacationer backpacker camper stowaway castaway minor
    merchant shopkeeper signatory commentator columnist critic historian biologist chemist
    physicist psychologist
    minor painter sculptor composer conductor pianist drummer rapper cricketer golfer surfer gymnast
    jockey sprinter gardener baker butcher barber hairdresser tailor weaver potter blacksmith
    courier porter docker stevedore bartender barman barista bouncer usher caretaker undertaker
    curator interpreter translator auditor surveyor realtor pollster presenter influencer youtuber
    gamer hacker coder squatter beggar peasant slave picker forester logger lumberjack roofer welder
    decorator crewmate seafarer mariner deckhand trucker skydiver snowboarder skater walker rambler
    mountaineer sherpa bather sunbather reveller reveler clubber diner picnicker bystander onlooker
    motorcyclist biker vandal stalker abuser paedophile pedophile molester poacher trespasser forger
    fraudster scammer gangster mobster prostitute complainant appellant petitioner litigant
    registrar notary sentry gunner sapper partisan revolutionary dissident defector deserter draftee
    internee parolee returnee abductee absentee appointee nominee devotee escapee amputee newborn
    preschooler sophomore undergrad dropout postgraduate grandson granddaughter stepson stepdaughter
    stepchild godchild fiance bridegroom roommate flatmate classmate housemate workmate schoolmate
    latecomer settler nomad monarch duke duchess lord knight emir sheikh sultan mullah ayatollah
    deacon vicar chaplain abbot preacher believer convert martyr saint disciple prophet backer
    sponsor benefactor payer ratepayer dependant dependent breadwinner homebuyer renter lodger
    boarder occupant dweller organiser organizer planner canvasser attache consul treasurer
    superintendent headteacher headmaster dean rector foreman supervisor overseer dispatcher
    custodian sweeper chauffeur navigator stewardess purser peer marathoner triathlete archer fencer
    rower kayaker goalscorer quarterback linebacker infielder outfielder rugby-player rifleman
    sharpshooter machine-gunner warlord henchman hitman accomplice conspirator collaborator
    mastermind ringleader perpetrator culprit intruder marauder bandit pirate raider babysitter
    childminder matron obstetrician anaesthetist anesthetist belgian austrian ghanaian senegalese
    cameroonian zimbabwean zambian ugandan tanzanian rwandan burundian congolese angolan mozambican
    malawian namibian liberian eritrean djiboutian mauritanian malian chadian ivorian togolese
    gambian guinean mongolian tibetan taiwanese cambodian laotian singaporean maldivian bhutanese
    lankan fijian samoan tongan maori zealander icelander latvian lithuanian estonian belarusian
    moldovan slovenian macedonian montenegrin kosovan croatian serbian maltese cypriot turkmen
    kyrgyz azeri ossetian abkhaz dagestani bahraini kuwaiti omani dominican jamaican trinidadian
    honduran guatemalan salvadoran nicaraguan panamanian paraguayan uruguayan bolivian ecuadorian
    guyanese surinamese belizean bahamian barbadian londoner parisian yorker texan californian
    sicilian catalan basque tamil punjabi pashtun hazara houthi druze alawite circassian tatar
    """
)
PERSON_ENDINGS = ("men", "women", "man", "woman", "person", "people", "holder", "goer", "worker",
                  "keeper", "maker", "fighter", "seeker", "folk", "ist", "ician",
                  "arian")  # fmt: skip
# End so as well, and name none.
NOT_PERSON = words(
    """
    checklist playlist shortlist longlist blacklist whitelist watchlist wishlist waitlist backlist
    assist
    """
)
