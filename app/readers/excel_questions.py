"""A draft made a question: its kind, options, limit, section and place."""

import re

from app.domain.questionnaire import Kind, Limit, LimitUnit, Question, Slot, question_id
from app.packages.blanks import BlankKind, find_blanks
from app.packages.sheet import Sheet
from app.packages.sheet_styles import NumberKind
from app.readers.excel_draft import Draft
from app.readers.excel_view import Spot
from app.readers.excel_weights import confidence, total
from app.readers.follow_ups import without_condition
from app.readers.headings import Role, stated_options
from app.readers.kind_words import ACCOUNT
from app.readers.kinds import is_yes_no, kind_of, kind_of_remark
from app.readers.limits import find_limit
from app.readers.prompts import PromptForm
from app.readers.sentences import asks

_DEFAULT_SHEET = re.compile(r"(?i)(?:sheet|tabelle|feuil|hoja|foglio)\s*\d*")
_PASS_FAIL = re.compile(r"(?i)\bpass\s*(?:/|or)\s*fail\b")
_MANDATORY = re.compile(r"(?i)\(?\bmandatory\b\)?|\bmust\s+be\s+(?:completed|answered)\b|(?:^|\s)\*\s*$")
_PRICE = re.compile(
    r"(?i)\b(?:price|cost|fee|rate|total|amount|harga|jumlah|kos|rm|gbp|eur|usd|sst|vat|kewangan)\b|[£€$]"
)
_REQUIRED = re.compile(r"(?i)m(?:andatory|ust)?|y(?:es)?|essential|required|high")
_WORDS = (Kind.TEXT, Kind.LONG_TEXT)
_FIGURES = (Kind.NUMBER, Kind.MONEY, Kind.PERCENT)
_SHORT = 14


def make_question(sheet: Sheet, draft: Draft) -> Question:
    """Make the question of a draft."""
    place = _place(sheet, draft)
    options = () if draft.kind is Kind.TABLE else tuple(name for name, _ in draft.boxes) or _options(sheet, draft)
    slots = {name: sheet.place(spot.position) for name, spot in draft.boxes} or _boxes_inside(sheet, draft)
    limit = None if draft.kind is Kind.TABLE else _limit(sheet, draft)
    text = " ".join(draft.text.split()) if draft.kind is Kind.TABLE else draft.text.strip()
    return Question(
        id=question_id(place),
        text=text,
        slot=Slot(place, slots, rows=draft.rows),
        kind=draft.kind or _kind(sheet, draft, options, limit),
        ref=draft.ref,
        section=" > ".join(_section(sheet, draft)),
        guidance=_guidance(sheet, draft),
        options=options,
        limit=limit,
        pass_fail=bool(_PASS_FAIL.search(f"{draft.text}\n{draft.guidance}")),
        weight=_weight(draft),
        mandatory=_is_mandatory(draft),
        confidence=confidence(total(draft.signals)),
        signals=draft.signals,
    )


def _place(sheet: Sheet, draft: Draft) -> str:
    name = sheet.place(draft.spot.position)
    return f"{name}#{draft.blank}" if draft.blank else name


def _guidance(sheet: Sheet, draft: Draft) -> str:
    """Join what the row says beside its question, the notes on its cells and the prompt of the cell's rule."""
    before = (spot for spot in draft.row.texts if spot.column < draft.spot.column)
    notes = [sheet.comments.get(spot.position, "") for spot in (*before, draft.spot)] if sheet.comments else []
    rule = draft.spot.validation
    parts = (draft.guidance, *notes, rule.prompt if rule is not None else "")
    return "\n".join(dict.fromkeys(part for part in parts if part))


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
    if options or draft.prompt is not None:
        inside = tuple(_boxes_inside(sheet, draft))
        return options or inside or (draft.prompt.options if draft.prompt is not None else ())
    return () if draft.is_second else stated_options(draft.heading)


def _boxes_inside(sheet: Sheet, draft: Draft) -> dict[str, str]:
    """Give each box inside the place its option: the words after it, or before it where the text begins with words."""
    if draft.prompt is None or draft.prompt.form is not PromptForm.BOXES:
        return {}
    text = draft.spot.text
    blanks = find_blanks(text)
    ends = [0, *(blank.end for blank in blanks)]
    starts = [*(blank.start for blank in blanks), len(text)]
    words = [text[end:start].strip(" \t\n/,;|:") for end, start in zip(ends, starts, strict=True)]
    named = words[:-1] if words[0] else words[1:]
    place = sheet.place(draft.spot.position)
    boxes = [(number, blank) for number, blank in enumerate(blanks) if blank.kind is BlankKind.BOX]
    found = {named[at]: f"{place}#{at}" if at else place for at, _ in boxes if named[at]}
    return found if len(found) == len(boxes) > 1 else {}


def _limit(sheet: Sheet, draft: Draft) -> Limit | None:
    prompt = draft.prompt.text if draft.prompt is not None else ""
    rule = draft.spot.validation
    stated = find_limit(draft.text, prompt, draft.guidance, draft.heading, rule.prompt if rule else "")
    stated = stated or _limit_beside(draft)
    if stated is None and rule is not None and (longest := rule.longest):
        return Limit(LimitUnit.CHARACTERS, longest, rule.error or rule.prompt or f"Text length in {sheet.name}")
    return stated


def _limit_beside(draft: Draft) -> Limit | None:
    """Read a limit from a column of its own: a number under "Word limit"."""
    for heading, text in draft.beside.get(Role.LIMIT, ()):
        if text.strip().isdecimal():
            return find_limit(f"{heading}: {text.strip()}") or find_limit(
                f"maximum {text.strip()} {heading.split()[0]}"
            )
        if (stated := find_limit(text)) is not None:
            return stated
    return None


def _weight(draft: Draft) -> float | None:
    """Read the share of the score from a column of its own, in per cent."""
    for _, text in draft.beside.get(Role.WEIGHT, ()):
        match = re.fullmatch(r"(\d{1,3}(?:\.\d+)?)\s*%?", text.strip())
        if match and float(match[1]) <= 100:
            return float(match[1])
    return None


def _is_mandatory(draft: Draft) -> bool:
    stated = [text for _, text in draft.beside.get(Role.MANDATORY, ())]
    return bool(_MANDATORY.search(draft.text)) or any(_REQUIRED.fullmatch(text.strip()) for text in stated)


def _kind(sheet: Sheet, draft: Draft, options: tuple[str, ...], limit: Limit | None) -> Kind:
    """Tell the kind: by the options, then by the words, and where these name no form by the cell's own."""
    if draft.slots_are_options:
        return Kind.YES_NO if is_yes_no(options) else Kind.CHOICE
    told_by_heading = draft.is_second or (draft.text != draft.asked and ACCOUNT.search(draft.heading) is not None)
    if told_by_heading and not options:
        return _kind_of_heading(sheet, draft)
    asked = without_condition(draft.asked or draft.text)
    told = kind_of(asked, prompt=draft.prompt, options=options, limit=limit)
    if options:
        return told
    if told in _WORDS and draft.heading:
        told = kind_of(asked, prompt=draft.prompt, limit=limit, heading=draft.heading)
    cell = _kind_of_cell(sheet, draft)
    if told is Kind.TEXT and cell is None and len(asked.split()) <= _SHORT:
        return _kind_of_lead(draft) or told
    if told in _WORDS or (told in _FIGURES and cell in (Kind.DATE, Kind.PERCENT, Kind.MONEY)):
        return cell or told
    return told


def _kind_of_heading(sheet: Sheet, draft: Draft) -> Kind:
    """Tell the kind of a further column of a question by its heading, and then by the cell's own form."""
    told = kind_of_remark(draft.heading)
    return (_kind_of_cell(sheet, draft) or told) if told in _WORDS else told


def _kind_of_lead(draft: Draft) -> Kind | None:
    """Tell the kind of a short label by the lead-in it completes: "the share of invoices paid" ... "in 30 days"."""
    lead_in = "\n".join((*draft.row.band_row.sections[-1:], draft.row.band_row.lead_in))
    told = kind_of(lead_in) if asks(lead_in) >= 1.25 else None
    return told if told in (*_FIGURES, Kind.DATE) else None


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
