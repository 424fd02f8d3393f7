"""American spellings and their British forms: a small list of our own, without words that are right in both.

Left out on purpose: "program" and "dialog" (of computers), "license" and "practice" (the verb or the noun), "meter"
(the instrument), "judgment", "artifact", "disk" and "check".
"""

_OUR = "behavior color endeavor favor flavor harbor honor humor labor neighbor odor rigor rumor savor tumor vapor vigor"
_OUR_ENDINGS = ("", "s", "ed", "ing")
_OUR_MORE = {
    "behavioral": "behavioural",
    "colorful": "colourful",
    "favorable": "favourable",
    "favorably": "favourably",
    "favorite": "favourite",
    "favorites": "favourites",
    "honorable": "honourable",
    "laborer": "labourer",
    "laborers": "labourers",
    "neighborhood": "neighbourhood",
    "neighborhoods": "neighbourhoods",
    "neighboring": "neighbouring",
}
_IZE = (
    "apolog author capital categor central character computer critic custom digit emphas final formal general harmon "
    "ideal industrial initial legal local material maxim minim mobil modern neutral normal optim organ personal "
    "popular prior priorit real recogn regular reorgan social special stabil standard subsid summar symbol tail util "
    "visual anonym pseudonym random scrutin sanit mechan monet economic"
)
_IZE_ENDINGS = {"ize": "ise", "izes": "ises", "ized": "ised", "izing": "ising", "ization": "isation"}
_DOUBLE = "cancel channel counsel dial equal fuel label level marshal model panel pencil signal total travel tunnel"
_OTHERS = {
    "aging": "ageing",
    "airplane": "aeroplane",
    "aluminum": "aluminium",
    "analyze": "analyse",
    "analyzed": "analysed",
    "analyzes": "analyses",
    "analyzing": "analysing",
    "anesthetic": "anaesthetic",
    "catalog": "catalogue",
    "catalogs": "catalogues",
    "center": "centre",
    "centered": "centred",
    "centers": "centres",
    "defense": "defence",
    "defenses": "defences",
    "enroll": "enrol",
    "enrollment": "enrolment",
    "fiber": "fibre",
    "fibers": "fibres",
    "fulfill": "fulfil",
    "fulfillment": "fulfilment",
    "fulfills": "fulfils",
    "gray": "grey",
    "installment": "instalment",
    "installments": "instalments",
    "jewelry": "jewellery",
    "kilometer": "kilometre",
    "kilometers": "kilometres",
    "liter": "litre",
    "liters": "litres",
    "maneuver": "manoeuvre",
    "mold": "mould",
    "offense": "offence",
    "offenses": "offences",
    "paralyze": "paralyse",
    "pediatric": "paediatric",
    "plow": "plough",
    "skeptical": "sceptical",
    "skillful": "skilful",
    "theater": "theatre",
    "theaters": "theatres",
    "traveler": "traveller",
    "travelers": "travellers",
    "willful": "wilful",
}


def _pairs() -> dict[str, str]:
    pairs = {stem + end: stem[:-2] + "our" + end for stem in _OUR.split() for end in _OUR_ENDINGS}
    pairs |= {stem + end: stem + british for stem in _IZE.split() for end, british in _IZE_ENDINGS.items()}
    pairs |= {stem + end: f"{stem}l{end}" for stem in _DOUBLE.split() for end in ("ed", "ing")}
    # "rigor" is right in "rigor mortis", and "rigour" has no verb: the pairs do no harm.
    return pairs | _OUR_MORE | _OTHERS


BRITISH = _pairs()
"""The British form of each American one."""
