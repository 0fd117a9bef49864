"""Which general English words matter to the limits: forms of verbs, synonyms, opposites, filler?"""

from __future__ import annotations

_IRREGULAR = """
sell sold sells; buy bought; build built; pay paid; run ran; hold held; keep kept; leave left; make made; meet met;
lose lost; win won; write wrote written; give gave given; take took taken; come came; go went gone; get got gotten;
see saw seen; say said; tell told; know knew known; think thought; find found; bring brought; begin began begun;
break broke broken; choose chose chosen; draw drew drawn; drive drove driven; fall fell fallen; feel felt;
fly flew flown; forbid forbade forbidden; forget forgot forgotten; grow grew grown; hear heard; lead led; lend lent;
mean meant; rise rose risen; seek sought; send sent; show shown; speak spoke spoken; spend spent; stand stood;
steal stole stolen; teach taught; throw threw thrown; understand understood; wear wore worn; ring rang rung;
fit fitted; catch caught; fight fought; freeze froze frozen; lay laid; lie lay lain; sink sank sunk; sleep slept;
swear swore sworn; bite bit bitten; bind bound; eat ate eaten; sit sat; deal dealt; hang hung; shake shook shaken;
withdraw withdrew withdrawn; overrun overran; redo redid redone; do did done does; have has had having; be is are was
were been being am
""".strip()

IRREGULAR: dict[str, str] = {}
for _row in _IRREGULAR.replace("\n", " ").split(";"):
    _base, *_others_of = _row.split()
    _stemmed = {"make": "mak", "leave": "leav", "take": "tak", "give": "giv", "come": "com", "lose": "los",
                "write": "writ", "choose": "choos", "drive": "driv", "rise": "ris", "freeze": "freez",
                "shake": "shak", "have": "hav"}.get(_base, _base)  # fmt: skip
    IRREGULAR[_base] = _stemmed
    for _form in _others_of:
        IRREGULAR[_form] = _stemmed

# Each row: roots that mean nearly the same in talk about deals, property and work. First word names the group.
_SYNONYMS = """
buy purchas acquir procur
repair fix mend servic maintain mainten overhaul
replac renew redo redon refurbish renovat restor reroof retil new newli
start begin commenc kickoff kick
finish complet conclud
warranti guarante guarant
cost price fee charg rate tariff
rent leas
sell sale
expir expiri expirat expiration end void lapse laps termin
last final
car vehicl auto van truck lorri automobil
house home properti dwell
flat apart condo
firm compani busi outfit
client custom
worker employe staff peopl crew
boss manag supervisor
doctor physician
wife husband spous partner
job work project gig assign
contract agreement
deliv deliver ship deliveri shipment order consign
late delai overdu behind
stock inventori
insur cover coverag polici
test measur check inspect examin audit survei survey
show read indicat state display
odomet mileag clock
crash accident collid collis wreck
damag harm scratch dent defect fault flaw
leak drip seep
quiet silent
nois noisi loud
big larg huge
small littl compact
fast quick rapid speedi
cheap inexpens afford
expens dear costli
increas ris grow growth climb raise rais went up
decreas drop fall declin shrink reduc cut lower
allow permit let authoris authoriz
refus declin reject
forbid prohibit ban
limit cap ceil maximum max
budget band
approv sanction
offer bid quot propos quotat
pend undecid open decid decision
free gratis costless
cancel cancell cancellat
employ hire
seat capaci capac hold accommod
year annum annual yearli
month monthli
week weekli
dai daili day
hour hourli
minut min
kilomet km kilometr
met metr meter
kilo kg kilogram
mile mi
percent % pct
euro eur €
dollar usd $
pound gbp £
old ag age
owner proprietor landlord
tenant renter lodger occup
road street
school classroom
train coach educ
degre master bachelor diploma
certif certifi accredit licenc licens
win won took gold award prize medal
averag typic usual
school colleg univers
deposit downpay prepay advanc prepayment
bill invoic
mail email letter wrote writ
photo pictur imag
fact true truth
origin original genuin real authent
doc document paper record
mistak error
complaint complain
visit visitor viewing view
guest attende visitor particip
kitchen cook
storm weather
garden yard
garag carport
lift elev
boiler furnac heater
worktop counter
firsthand first
fail failur outag breakdown break malfunct downtim
launch releas
previou former prior
next follow upcom
current present exist
remain left
cellar basement
solid massiv
build builder construct
pai pay
return refund reimburs
collect pickup pick
paint repaint
seal reseal
nearbi near close
entire whole full
part section portion
begin start
solicitor lawyer attorney
bank lender
holidai vacat
shop store
autumn fall
teacher instructor
"""

SYNONYMS: dict[str, str] = {}
for _line in _SYNONYMS.strip().splitlines():
    _name, *_rest = _line.split()
    for _word in (_name, *_rest):
        SYNONYMS.setdefault(_word, _name)

# Roots that exclude each other: a claim with one against a fact with the other contradicts it.
_OPPOSITES = """
new:old,second,used; quiet:nois; increas:decreas; start:finish; includ:exclud; befor:after; more:fewer,less;
north:south;
east:west; cheap:expens; full:empti; public:privat; perman:temporari; winter:summer; morn:even; left:right;
insid:outsid;
indoor:outdoor; furnish:unfurnish; singl:doubl; manual:automat; petrol:diesel,electr; diesel:electr; free:paid;
origin:replac; original:replac;
solid:veneer,chipboard; owner:tenant; occupi:vacant,empti; open:clos; dri:wet,damp; early:late; rise:declin;
profit:loss;
local:import,foreign; organ:convent; heat:cool; male:femal; part:full; high:low; highest:lowest; best:worst;
large:small; big:small
"""
OPPOSITES: dict[str, frozenset[str]] = {}
for _pair in _OPPOSITES.replace("\n", " ").split(";"):
    _first, _, _others = _pair.strip().partition(":")
    _first = SYNONYMS.get(_first, _first)
    for _other in _others.split(","):
        _other = SYNONYMS.get(_other, _other)
        OPPOSITES[_first] = OPPOSITES.get(_first, frozenset()) | {_other}
        OPPOSITES[_other] = OPPOSITES.get(_other, frozenset()) | {_first}

# Words that make a claim stronger than a fact that lacks them.
ABSOLUTES = frozenset(
    "all every everything everyone always never only best cheapest fastest largest biggest entire whole fully lifetime "
    "unlimited completely entirely throughout none nobody zero perfect perfectly flawless exclusively exclusive sole "
    "biggest strongest safest most lowest highest nothing anywhere forever both each any".split()
)

STOP = frozenset(
    "a an the and or but nor so yet if then than as of in on at to for from by with within without into onto "
    "over under "
    "about above below between through during before after until till since per via across up down out off again "
    "i me my mine we us our ours you your yours he him his she her hers it its they them their theirs this that these "
    "those there here who whom whose which what when where why how is am are was were be been being do does did have "
    "has had having will would shall should can could may might must not no yes also too very really just quite rather "
    "still already ever even only much many more most some any such same other another own both each few well now "
    "'s s t please dear mr mrs ms miss dr hi hello hey thanks thank ok okay sir madam so because while although though "
    "however anyway let us get got make made come came go went give gave take took put set thing things lot lots bit "
    "kind sort way fact honest honestly frankly simply actually basically indeed currently exactly right sure "
    "ago around roughly nearly almost approximately least like long always never nothing none everything everyone all "
    "every able need needs one two three four five six seven eight nine ten eleven twelve dozen twenty thirty forty "
    "fifty sixty seventy eighty ninety eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen hundred thousand million half quarter k m monday tuesday wednesday thursday friday saturday sunday "
    "january "
    "february march april june july august september october november december today tomorrow tonight yesterday "
    "jan feb mar apr jun jul aug sep oct nov dec th st nd rd back use used using uses available together "
    "offers offer include includes included including provide provides comes means onwards further flat once "
    "twice single anything something".split()
) - {"flat"}

# Verbs, base form; inflections are derived.
_VERBS = """
accept achieve add adjust admit advertise affect afford agree aim allow announce answer appear apply appoint
appreciate
approach approve argue arrange arrive ask assume assure attach attend attract audit authorise authorize average avoid
award back
ban be bear beat become begin believe belong benefit bid bill bind block book borrow break bring build buy call cancel
cap care carry catch cause certify challenge change charge chase check choose circulate claim clean clear close
collect come comment commit compare compete complain complete comply confirm connect consider consist contact contain
continue
contribute control convince cost count court cover crack create cut damage date deal decide decline decorate decrease
deduct deliver demand depend describe deserve design desire develop die differ disappear disclose discuss dislike
display do double
doubt draw drip drive drop earn eat employ enable encourage encrypt end enjoy enquire ensure enter estimate exceed
exist
expect expire explain export extend face fail fall feel figure fill find finish fit fix fly focus follow forbid
forecast
forget form freeze fulfil gain gather generate get give go grow guarantee guess handle hang happen hate have
hear heat help hire hit hold hope host hurt imagine import improve include increase indicate inform inspect install
insist
insulate insure intend invest invite invoice involve join judge jump keep kill know lack land lapse last launch lay
lead
leak learn lease leave lend let license lie like limit line list listen live load lock look lose love lower maintain
make manage
manufacture mark match matter mean measure meet mention mind miss move name need negotiate notice number object
obtain occur
offer open operate order organise outperform overlook overrun owe own paint park pass pay perform permit pick place
plan plant play
point post prefer prepare present press prevent print produce promise propose prove provide publish pull purchase
push put
qualify question queue quote raise range rank rate reach read realise receive reckon recommend recover redo reduce
refer refuse
register reject relate release rely remain remember remind remove renew renovate rent repaint repair repeat replace
reply report
represent request require reseal reserve resist respond rest restore result retire return review ring rise roll rule
run
rush save say schedule seal seat see seek seem sell send separate serve service set settle share ship show shut sign
sit
sleep slip slow solve sort sound speak specify spend split spoil stand start state stay steal stick stop store
struggle study submit suffer suggest suit supply support suppose survey survive suspect swear switch take talk teach
tell tend test
thank think throw total touch track trade train transfer travel treat trust try turn understand update upgrade use
value
verify view visit vote wait walk want warn wash waste watch water wear weigh welcome win wish withdraw wonder work
worry write
"""
_AMBIGUOUS = frozenset(  # as often a noun; a verb only after a subject
    "aim answer approach award back ban benefit bid bill block book call cap care challenge change charge check claim "
    "close contact control cost count court cover crack cut damage date deal demand design desire display doubt "
    "draw drip drive "
    "drop end estimate exit face figure fit fix focus form forecast freeze gain guarantee guess heat help hire "
    "hit hold hope host hurt increase "
    "invoice judge jump lack land last launch lead leak lease license lie like limit line list load lock look matter "
    "mark match mean mind move name need number object offer open order paint park pass pay permit pick place "
    "plan plant play point "
    "post present press print produce promise purchase push question queue quote raise range rank rate reach "
    "read release rent repair "
    "reply report request reserve rest result return review ring rise roll rule run rush sale schedule seal seat "
    "service set share "
    "ship show sign sleep slip sort sound split stand start state stay stick stop store struggle study supply "
    "support survey switch "
    "talk test touch track trade train transfer travel trust try turn update upgrade use value view visit vote "
    "wait walk want "
    "warn wash waste watch water wear welcome win wish wonder work worry separate lower complete clean clear own "
    "slow total "
    "average land export import study love".split()
)


def _forms(base: str) -> tuple[tuple[str, str], ...]:
    past = [f for f, b in IRREGULAR.items() if b == IRREGULAR.get(base) and f != base] if base in IRREGULAR else []
    tail_e, tail_y = base.endswith("e"), base.endswith("y") and base[-2] not in "aeiou"
    third = base[:-1] + "ies" if tail_y else base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    regular = base + "d" if tail_e else base[:-1] + "ied" if tail_y else base + "ed"
    short = len(base) >= 3 and base[-1] in "bdgklmnprt" and base[-2] in "aeiou" and base[-3] not in "aeiou"
    doubled = base + base[-1] + "ed"
    pasts = past or [regular, *((doubled,) if short else ())]
    return ((base, "base"), (third, "third"), *((p, "past") for p in pasts if p != third))


VERB_FORMS: dict[str, tuple[str, str]] = {}
for _verb in _VERBS.split():
    if _verb not in ("be", "have", "do"):
        for _form, _tense in _forms(_verb):
            VERB_FORMS.setdefault(_form, (_verb, _tense))
VERB_FORMS |= dict.fromkeys(("is", "are", "am"), ("be", "present")) | dict.fromkeys(("was", "were"), ("be", "past")) | {
    "has": ("have", "third"), "have": ("have", "base"), "had": ("have", "past"),
    "does": ("do", "third"), "do": ("do", "base"), "did": ("do", "past"),
    "put": ("put", "past"), "cost": ("cost", "past"), "hit": ("hit", "past"), "cut": ("cut", "past"),
    "set": ("set", "past"), "read": ("read", "past"), "shut": ("shut", "past"), "let": ("let", "past"),
}  # fmt: skip
VERB_FORMS.pop("past", None)
NOUNISH = frozenset(f for f, (v, t) in VERB_FORMS.items() if v in _AMBIGUOUS and t in ("base", "third"))
MODALS = frozenset("will would can could may might must shall should".split())
DETERMINERS = frozenset(
    "a an the my our your his her their its this that these those another any no some each every either 's".split()
)
PREPOSITIONS = frozenset(
    "of in on at to for from by with within without into onto over under about above below between through "
    "during before "
    "after until till since per via across up down out off against around behind beside near than as like".split()
)
