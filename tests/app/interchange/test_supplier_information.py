"""Supplier information of the Central Digital Platform, in and out."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.domain.errors import FileUnreadable, KindUnsupported
from app.domain.profile import Profile
from app.interchange.fact_catalogue import load_catalogue
from app.interchange.supplier_information_read import read_supplier_information
from app.interchange.supplier_information_write import supplier_information

DAY = date(2026, 11, 22)
REGISTERED = {
    "type": "Registered",
    "streetAddress": "4 Quay Street",
    "locality": "Northport",
    "postalCode": "NX1 4QS",
    "countryName": "United Kingdom",
    "country": "GB",
}
DOWNLOAD: Mapping[str, Any] = {
    "id": "00000000-0000-4000-8000-000000000000",
    "type": "organisation",
    "name": "Willowbrook",
    "identifier": {"scheme": "GB-PPON", "id": "BDFL-4827-HRBR", "legalName": "Willowbrook Ltd"},
    "additionalIdentifiers": [
        {"scheme": "GB-COH", "id": "98765432"},
        {"scheme": "VAT", "id": "GB999999973"},
        {"scheme": "OTHER", "id": "1"},
    ],
    "address": REGISTERED,
    "additionalAddresses": [],
    "contactPoint": {"name": "A. Rowan", "email": "bids@willowbrook.example", "telephone": "01632 960118", "url": None},
    "details": {
        "legalForm": {
            "registeredUnderAct2006": True,
            "registeredLegalForm": "Private limited company",
            "lawRegistered": "Companies Act 2006",
            "registrationDate": "2014-03-03T00:00:00+00:00",
        },
        "scale": "small",
        "vcse": False,
        "shelteredWorkshop": None,
    },
    "associatedPersons": [
        {
            "entityType": "Individual",
            "relationship": "PersonWithSignificantControlForIndividual",
            "firstName": "Ash",
            "lastName": "Rowan",
            "dateOfBirth": "1980-01-02T00:00:00+00:00",
            "controlCondition": ["OwnsShares", "HasVotingRights", "None"],
            "addresses": [REGISTERED],
            "period": {"endDate": None},
        },
        {
            "relationship": "DirectorOrIndividualWithTheSameResponsibilitiesForIndividual",
            "firstName": "Elm",
            "lastName": "Birch",
            "period": {"endDate": "2020-01-01T00:00:00+00:00"},
        },
    ],
    "supplierInformationData": {
        "form": {"submittedAt": "2026-09-14T10:11:12.1234567+00:00", "shareCode": "Hk7TpW9c"},
        "answerSets": [
            {
                "sectionName": "Qualifications",
                "answers": [
                    {"questionName": "_Qualifications03", "dateValue": "2025-05-20"},
                    {"questionName": "_Qualifications02", "textValue": "Fenwater Certification Ltd"},
                    {"questionName": "_Qualifications01", "textValue": "ISO 9001:2015"},
                ],
            },
            {"sectionName": "Payments", "answers": [{"questionName": "_Payments01", "boolValue": True}]},
        ],
    },
}


def _read(tmp_path: Path, document: Any) -> Any:
    path = tmp_path / "supplier.json"
    path.write_text(json.dumps(document), "utf-8")
    return read_supplier_information(path, load_catalogue())


def test_core_information_becomes_facts_with_their_source_and_day(tmp_path: Path) -> None:
    facts = {one.key: one for one in _read(tmp_path, DOWNLOAD).profile.facts}
    assert {key: one.value for key, one in facts.items()} == {
        "supplier.legal_name": "Willowbrook Ltd",
        "contact.name": "A. Rowan",
        "supplier.email": "bids@willowbrook.example",
        "supplier.phone": "01632 960118",
        "supplier.legal_form": "Private limited company",
        "supplier.law_registered": "Companies Act 2006",
        "supplier.is_vcse": False,
        "supplier.share_code": "Hk7TpW9c",
        "supplier.incorporated_on": "2014-03-03",
        "supplier.is_sme": True,
        "supplier.ppon": "BDFL-4827-HRBR",
        "supplier.company_number": "98765432",
        "supplier.vat_number": "GB999999973",
        "supplier.registered_address": {
            "street": "4 Quay Street",
            "locality": "Northport",
            "postcode": "NX1 4QS",
            "country": "United Kingdom",
        },
        "people.significant_control": [
            {
                "name": "Ash Rowan",
                "date_of_birth": "1980-01-02",
                "address": "4 Quay Street, Northport, NX1 4QS, United Kingdom",
                "condition": "Owns shares; Has voting rights",
            }
        ],
        "qualifications.held": [
            {"name": "ISO 9001:2015", "awarded_by": "Fenwater Certification Ltd", "awarded_on": "2025-05-20"}
        ],
    }
    assert {(one.source, one.valid_from) for one in facts.values()} == {("Central Digital Platform", date(2026, 9, 14))}


def test_a_section_without_a_place_is_named_and_not_guessed(tmp_path: Path) -> None:
    (warning,) = _read(tmp_path, DOWNLOAD).warnings
    assert "“Payments”" in warning


def test_what_the_platform_leaves_open_stays_unknown(tmp_path: Path) -> None:
    facts = _read(tmp_path, {"name": "Willowbrook Ltd", "details": {}}).profile.facts
    assert [(one.key, one.value, one.valid_from) for one in facts] == [("supplier.legal_name", "Willowbrook Ltd", None)]


def test_a_condition_that_is_no_word_is_left_out(tmp_path: Path) -> None:
    person = {**DOWNLOAD["associatedPersons"][0], "controlCondition": [{"a": 1}, ["b"], None, "OwnsShares"]}
    facts = {one.key: one.value for one in _read(tmp_path, {**DOWNLOAD, "associatedPersons": [person]}).profile.facts}
    assert facts["people.significant_control"][0]["condition"] == "Owns shares"


@pytest.mark.parametrize("document", [{}, {"name": "Willowbrook"}, {"format": "bidfolio-profile/1"}])
def test_another_json_file_is_refused(tmp_path: Path, document: Any) -> None:
    with pytest.raises(KindUnsupported):
        _read(tmp_path, document)


def test_a_file_that_is_no_json_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "supplier.json"
    path.write_bytes(b"%PDF-1.7")
    with pytest.raises(FileUnreadable):
        read_supplier_information(path, load_catalogue())


def test_what_was_read_is_written_in_the_same_shape(tmp_path: Path) -> None:
    written = supplier_information(_read(tmp_path, DOWNLOAD).profile, DAY)
    assert written["name"] == "Willowbrook Ltd"
    assert written["identifier"] == {"scheme": "GB-PPON", "id": "BDFL-4827-HRBR", "legalName": "Willowbrook Ltd"}
    assert written["additionalIdentifiers"] == DOWNLOAD["additionalIdentifiers"][:2]
    assert written["address"] == {name: value for name, value in REGISTERED.items() if name != "country"}
    again = _read(tmp_path, json.loads(json.dumps(written))).profile
    lost = {"qualifications.held"}
    assert {one.key for one in _read(tmp_path, DOWNLOAD).profile.facts} - {one.key for one in again.facts} == lost


def test_a_fact_of_another_day_is_not_written(tmp_path: Path) -> None:
    before_submission = supplier_information(_read(tmp_path, DOWNLOAD).profile, date(2026, 9, 13))
    assert before_submission == supplier_information(Profile(), DAY)
