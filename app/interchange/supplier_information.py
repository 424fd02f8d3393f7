"""Where each fact stands in the supplier information of the Central Digital Platform.

Source: the data sharing service of the Central Digital Platform, whose supplier information carries what the
Procurement Regulations 2024 (SI 2024/692, regulations 9 to 12) call core supplier information. Only what has one
plain meaning is named here; a section that does not is left to the person.
"""

from collections.abc import Mapping

SOURCE = "Central Digital Platform"
"""What a fact taken from a download names as its source."""

PLAIN: Mapping[str, tuple[str, ...]] = {
    "supplier.legal_name": ("identifier", "legalName"),
    "contact.name": ("contactPoint", "name"),
    "supplier.email": ("contactPoint", "email"),
    "supplier.phone": ("contactPoint", "telephone"),
    "supplier.website": ("contactPoint", "url"),
    "supplier.legal_form": ("details", "legalForm", "registeredLegalForm"),
    "supplier.law_registered": ("details", "legalForm", "lawRegistered"),
    "supplier.is_vcse": ("details", "vcse"),
    "supplier.is_supported_employment_provider": ("details", "shelteredWorkshop"),
    "supplier.is_public_service_mutual": ("details", "publicServiceMissionOrganization"),
    "supplier.share_code": ("supplierInformationData", "form", "shareCode"),
}
"""Facts that stand as they are, and the way to each."""

REGISTERED_ON = ("details", "legalForm", "registrationDate")
SCALE = ("details", "scale")
SCALES: Mapping[str, bool] = {"small": True, "large": False}
"""What the platform says of the size, and whether that is a small or medium-sized enterprise."""

SCHEMES: Mapping[str, str] = {
    "GB-PPON": "supplier.ppon",
    "GB-COH": "supplier.company_number",
    "VAT": "supplier.vat_number",
    "GB-CHC": "supplier.charity_number",
    "GB-SC": "supplier.charity_number",
    "GB-NIC": "supplier.charity_number",
}
"""Registers by their code, and the fact each number is; what we hold is written under the first that fits."""

ADDRESSES: Mapping[str, str] = {"Registered": "supplier.registered_address", "Postal": "contact.address"}
ADDRESS_MEMBERS: Mapping[str, str] = {
    "street": "streetAddress",
    "locality": "locality",
    "region": "region",
    "postcode": "postalCode",
    "country": "countryName",
}

CONTROL = "PersonWithSignificantControlForIndividual"
DIRECTOR = "DirectorOrIndividualWithTheSameResponsibilitiesForIndividual"
RELATIONS: Mapping[str, str] = {CONTROL: "people.significant_control", DIRECTOR: "people.directors"}
"""How a connected person stands to the supplier, and the fact that lists such people."""

CONDITIONS: Mapping[str, str] = {
    "OwnsShares": "Owns shares",
    "HasVotingRights": "Has voting rights",
    "CanAppointOrRemoveDirectors": "Can appoint or remove directors",
    "HasOtherSignificantInfluenceOrControl": "Has other significant influence or control",
}
