"""Which things belong together without sharing a word: an exam and a mark, a licence and its version?"""

from __future__ import annotations

from upperhand.limits.words import stem

# One field a line; narrow on purpose, so that two things of one house or one car are not yet the same matter.
_FIELDS = """
exam mark grade maths test school teacher pupil homework essay copied certificate diploma
course training trainer teach teaching class lesson lecturer participants instructor curriculum
licence software version vendor users support update upgrade seats platform app server module subscription
roof tiles slates gutter leak rain attic skylight
cellar basement damp mould wet flooding flooded walls wallpaper
paint painted mould plaster wallpaper walls ceiling
heating boiler radiator gas energy insulation utility warm fuel
electricity wiring sockets fuse cable power
internet fibre broadband connection provider network signal cable
neighbour noise quiet street traffic night loud party club
lake beach swim swimming bathing shore water algae river
garden soil meadow field land plot contaminated sprayed pesticide organic factory
plant seedling tree root rot pest nursery leaf greenhouse growth
engine gearbox clutch oil gasket overheat overheated belt motor cylinder
tyres brakes suspension steering inspection roadworthy
body rust accident crash paintwork scratch dent bumper
mileage odometer kilometres clock turned
battery charge charging range capacity
watch movement dial original replica strap papers
painting artist signature provenance auction forged copy canvas
dog puppy bite bit bitten temper children vaccinated gentle
hens chickens flock eggs flu vaccinated cattle sheep herd disease vet
kitchen hygiene food mice chef menu rating guests restaurant
shipment load cargo transport container spoiled cold truck transit lorry
support helpdesk tickets response team hotline
sales revenue turnover growth customer client order profit margin forecast
staff team employees leaving layoff resigned turnover hire
employer job position career reorganisation layoffs merger
patent trademark lawsuit court infringement licence rights
lease tenant tenancy eviction rent
permit permission planning zoning authority approval application
debt loan mortgage lien creditor insolvency
device scanner machine equipment sensor calibration misfire incident recall fault regulator implant surgeon trial
drug clinical dose patients effect trial
crane licence driver operator qualification expired experience tickets
horse lame vet pedigree race ride
boat hull osmosis keel sail mast
violin bow instrument crack string tone
fabric cloth dye fade shrink cotton wool wash
wine vintage cellar bottle cork harvest grapes
concert band singer tour drummer gig show
market pitch stall square fair trader
shop store discounter supermarket competitor profit takings customers
software app data security test leaked breach hacked
view sea window building construction block planned tower
""".strip()

_OF: dict[str, set[int]] = {}
for _number, _row in enumerate(_FIELDS.splitlines()):
    for _word in _row.split():
        _OF.setdefault(stem(_word), set()).add(_number)


def related(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two sets of roots touch the same field."""
    fields = {n for root in some for n in _OF.get(root, ())}
    return any(n in fields for root in others for n in _OF.get(root, ()))
