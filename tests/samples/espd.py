"""Small ESPD files, made here: version 1 with groups of requirements, later ones with groups of properties."""

from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

_UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
_NAMES = (
    f'xmlns:cac="{_UBL}CommonAggregateComponents-2" xmlns:cbc="{_UBL}CommonBasicComponents-2" '
    'xmlns:ccv="urn:isa:names:specification:ubl:schema:xsd:CCV-CommonAggregateComponents-1"'
)


def requirement(ref: str, text: str, data_type: str, answer: str = "") -> str:
    """Write a requirement of version 1, with an answer in it where one is given."""
    response = f"<ccv:Response>{escape(answer)}</ccv:Response>" if answer else ""
    return (
        f"<ccv:Requirement responseDataType={quoteattr(data_type)}><cbc:ID>{ref}</cbc:ID>"
        f"<cbc:Description>{escape(text)}</cbc:Description>{response}</ccv:Requirement>"
    )


def requirement_group(*inside: str, when: str = "") -> str:
    """Write a group of requirements of version 1; `when` is ON_TRUE or ON_FALSE."""
    pi = f' pi="GROUP_FULFILLED.{when}"' if when else ""
    return f"<ccv:RequirementGroup{pi}><cbc:ID>g</cbc:ID>{''.join(inside)}</ccv:RequirementGroup>"


def criterion_of_version_1(name: str, asked: str, *groups: str) -> str:
    """Write a criterion of version 1."""
    return (
        f"<ccv:Criterion><cbc:ID>c</cbc:ID><cbc:TypeCode>EXCLUSION.SAMPLE</cbc:TypeCode><cbc:Name>{name}</cbc:Name>"
        f"<cbc:Description>{escape(asked)}</cbc:Description>{''.join(groups)}</ccv:Criterion>"
    )


def property_of(ref: str, text: str, data_type: str, type_code: str = "QUESTION", expected: str = "") -> str:
    """Write a property: a question, a requirement with the value that is expected, or a caption."""
    value = f"<cbc:ExpectedAmount>{expected}</cbc:ExpectedAmount>" if expected else ""
    return (
        f"<cac:TenderingCriterionProperty><cbc:ID>{ref}</cbc:ID><cbc:Description>\n  {escape(text)}\n</cbc:Description>"
        f"<cbc:TypeCode>{type_code}</cbc:TypeCode><cbc:ValueDataTypeCode>{data_type}</cbc:ValueDataTypeCode>{value}"
        "</cac:TenderingCriterionProperty>"
    )


def property_group(*inside: str, when: str = "ON*", nested: bool = False) -> str:
    """Write a group of properties; `when` is ON*, ONTRUE or ONFALSE."""
    name = "cac:SubsidiaryTenderingCriterionPropertyGroup" if nested else "cac:TenderingCriterionPropertyGroup"
    code = f"<cbc:PropertyGroupTypeCode>{when}</cbc:PropertyGroupTypeCode>"
    return f"<{name}><cbc:ID>g</cbc:ID>{code}{''.join(inside)}</{name}>"


def criterion(code: str, name: str, asked: str, *groups: str, method: str = "", sub: bool = False) -> str:
    """Write a criterion of version 3 or 4, or a national one inside it."""
    tag = "cac:SubTenderingCriterion" if sub else "cac:TenderingCriterion"
    how = f"<cbc:EvaluationMethodTypeCode>{method}</cbc:EvaluationMethodTypeCode>" if method else ""
    typed = f"<cbc:CriterionTypeCode>{code}</cbc:CriterionTypeCode>" if code else ""
    return (
        f"<{tag}><cbc:ID>c</cbc:ID>{typed}<cbc:Name>{escape(name)}</cbc:Name>"
        f"<cbc:Description>{escape(asked)}</cbc:Description>{how}{''.join(groups)}</{tag}>"
    )


def write_espd(path: Path, *criteria: str, root: str = "QualificationApplicationRequest", head: str = "") -> Path:
    """Write the file."""
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n{head}<x:{root} xmlns:x="urn:x" {_NAMES}>'
    path.write_text(
        f"{text}<cbc:ContractFolderID>SCHOOL-7</cbc:ContractFolderID>{''.join(criteria)}</x:{root}>", encoding="utf-8"
    )
    return path
