"""A draft made a question: its kind, options, limit, section and place."""

import re

from app.domain.questionnaire import Kind, Limit, LimitUnit, Question, Slot, question_id
from app.packages.sheet import Sheet
from app.packages.sheet_styles import NumberKind
from app.readers.excel_shapes import Draft
from app.readers.excel_view import Spot
from app.readers.excel_weights import confidence, total
from app.readers.kinds import is_yes_no, kind_of
from app.readers.limits import find_limit

_DEFAULT_SHEET = re.compile(r"(?i)(?:sheet|tabelle|feuil|hoja|foglio)\s*\d*")
_PASS_FAIL = re.compile(r"(?i)\bpass\s*(?:/|or)\s*fail\b")
_MANDATORY = re.compile(r"(?i)\(?\bmandatory\b\)?|\bmust\s+be\s+(?:completed|answered)\b|(?:^|\s)\*\s*$")
_PRICE = re.compile(
    r"(?i)\b(?:price|cost|fee|rate|total|amount|harga|jumlah|kos|rm|gbp|eur|usd|sst|vat|kewangan)\b|[£€$]"
)
_WORDS = (Kind.TEXT, Kind.LONG_TEXT)


def make_question(sheet: Sheet, draft: Draft) -> Question:
    """Make the question of a draft."""
    place = _place(sheet, draft)
    options = () if draft.kind is Kind.TABLE else tuple(name for name, _ in draft.boxes) or _options(sheet, draft)
    limit = None if draft.kind is Kind.TABLE else _limit(sheet, draft)
    text = " ".join(draft.text.split()) if draft.kind is Kind.TABLE else draft.text.strip()
    return Question(
        id=question_id(place),
        text=text,
        slot=Slot(place, {name: sheet.place(spot.position) for name, spot in draft.boxes}),
        kind=draft.kind or _kind(sheet, draft, options, limit),
        ref=draft.ref,
        section=" > ".join(_section(sheet, draft)),
        guidance=draft.guidance,
        options=options,
        limit=limit,
        pass_fail=bool(_PASS_FAIL.search(f"{draft.text}\n{draft.guidance}")),
        mandatory=bool(_MANDATORY.search(draft.text)),
        confidence=confidence(total(draft.signals)),
        signals=draft.signals,
    )


def _place(sheet: Sheet, draft: Draft) -> str:
    name = sheet.place(draft.spot.position)
    return f"{name}#{draft.blank}" if draft.blank else name


def _section(sheet: Sheet, draft: Draft) -> list[str]:
    name = sheet.name.strip()
    sections = [] if _DEFAULT_SHEET.fullmatch(name) else [name]
    for part in (*draft.row.band_row.sections, *draft.groups):
        plain = " ".join(part.split())
        if plain and plain not in sections:
            sections.append(plain)
    return sections


def _options(sheet: Sheet, draft: Draft) -> tuple[str, ...]:
    options = sheet.options(draft.spot.position)
    return options or (draft.prompt.options if draft.prompt is not None else ())


def _limit(sheet: Sheet, draft: Draft) -> Limit | None:
    prompt = draft.prompt.text if draft.prompt is not None else ""
    rule = draft.spot.validation
    stated = find_limit(draft.text, prompt, draft.guidance, draft.heading, rule.prompt if rule else "")
    if stated is None and rule is not None and (longest := rule.longest):
        return Limit(LimitUnit.CHARACTERS, longest, rule.error or rule.prompt or f"Text length in {sheet.name}")
    return stated


def _kind(sheet: Sheet, draft: Draft, options: tuple[str, ...], limit: Limit | None) -> Kind:
    """Tell the kind: by the options, then by the words, and where these name no form by the cell's own."""
    if draft.boxes:
        return Kind.YES_NO if is_yes_no(options) else Kind.CHOICE
    told = kind_of(draft.text, prompt=draft.prompt, options=options, limit=limit, heading=draft.heading)
    if options or told not in (*_WORDS, Kind.NUMBER):
        return told
    return _kind_of_cell(sheet, draft) or told


def _kind_of_cell(sheet: Sheet, draft: Draft) -> Kind | None:
    spot = draft.spot
    formats = {NumberKind.DATE: Kind.DATE, NumberKind.PERCENT: Kind.PERCENT, NumberKind.MONEY: Kind.MONEY}
    if (known := formats.get(spot.style.number_kind)) is not None:
        return known
    if spot.validation is not None and spot.validation.kind == "date":
        return Kind.DATE
    counted = spot.validation is not None and spot.validation.kind in ("whole", "decimal")
    if spot.style.number_kind is NumberKind.NUMBER or counted:
        return Kind.MONEY if _is_price(sheet, spot, draft) else Kind.NUMBER
    return None


def _is_price(sheet: Sheet, spot: Spot, draft: Draft) -> bool:
    """Tell whether a figure is an amount of money: thousands with pence, where prices are spoken of."""
    words = f"{draft.text} {draft.heading} {sheet.name} {' '.join(draft.row.band_row.sections)}"
    return "#,##0.00" in spot.style.number_format or bool(_PRICE.search(words))
