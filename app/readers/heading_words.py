"""The words by which headings of columns are known, one phrase to a line."""

from enum import StrEnum

from app.readers.patterns import any_of


class Role(StrEnum):
    """What stands in a column."""

    ITEM = "item"
    """A serial number of the row."""
    REFERENCE = "reference"
    """The number of the question."""
    QUESTION = "question"
    GUIDANCE = "guidance"
    ANSWER = "answer"
    """Where the supplier writes."""
    YES = "yes"
    NO = "no"
    OPTION = "option"
    """Another answer to tick: partly, not applicable."""
    REMARK = "remark"
    """Where the supplier may add a remark, a page reference or the name of a document."""
    BUYER = "buyer"
    """The buyer's or the evaluator's own column."""
    SCORE = "score"
    WEIGHT = "weight"
    MANDATORY = "mandatory"
    PASS_FAIL = "pass_fail"  # noqa: S105
    TYPE = "type"
    """What form the answer takes."""
    LIMIT = "limit"


_OWN = r"(?:['’]?s?['’]?)?"
SUPPLIER = (
    any_of(
        r"(?:potential\s+)?supplier",
        "bidder",
        "tenderer",
        "applicant",
        "provider",
        "vendor",
        "contractor",
        "candidate",
        "offeror",
        "respondent",
        "proponent",
        "proposer",
        r"economic\s+operator",
        "organisation",
        "company",
        "consultant",
    )
    + _OWN
)
"""The words for who answers."""
BUYER = (
    any_of(
        r"(?:contracting\s+)?authorit(?:y|ies)",
        "buyer",
        "evaluator",
        "assessor",
        "council",
        "trust",
        "client",
        "customer",
        "purchaser",
        "panel",
        "moderator",
        "employer",
    )
    + _OWN
)
"""The words for who asks."""

FULL: tuple[tuple[Role, str], ...] = (
    (
        Role.YES,
        any_of(
            r"y(?:es)?",
            r"yes,?\s+(?:we|i|the|it)\b.{0,40}",
            r"✓",
            r"√",
            r"☑",
            r"ya",
            r"oui",
            r"ja",
            r"compl(?:y|ies)",
            r"compliant",
            r"fully\s+compl(?:iant|y|ies)",
            r"full(?:y\s+met)?",
            r"agree(?:d)?",
            r"accept(?:ed)?",
            r"met",
            r"true",
            r"ydw",
            r"oes",
            r"sí",
            r"erfüllt",
            r"conforme",
            r"cumple",
        ),
    ),
    (
        Role.NO,
        any_of(
            r"n",
            r"no,?\s+(?:we|i|the|it)\b.{0,40}",
            r"tidak",
            r"non",
            r"nein",
            r"nie",
            r"✗",
            r"✘",
            r"x",
            r"(?:do(?:es)?\s+)?not\s+comply",
            r"non[- ]?compl(?:iant|y|iance)",
            r"not\s+(?:met|compliant|agreed|accepted)",
            r"disagree",
            r"reject(?:ed)?",
            r"false",
            r"nicht\s+erfüllt",
            r"no\s+cumple",
        ),
    ),
    (
        Role.OPTION,
        any_of(
            "n/?a",
            r"not\s+applicable",
            r"partial(?:ly)?(?:\s+(?:compliant|compl(?:y|ies)|met))?",
            "part(?:ly)?",
            r"in\s+part",
            r"don['’]?t\s+know",
            "planned",
            "future",
            "unsure",
        ),
    ),
    (
        Role.ITEM,
        any_of(r"(?:bil|s/?n|sr\.?(?:\s*no)?|serial(?:\s+(?:no|number))?|row|line|item\s*(?:no|number|#)|#|nr|num)\.?"),
    ),
    (
        Role.REFERENCE,
        any_of(
            r"(?:(?:question|requirement|req|control|clause|section|criteri(?:on|a)|item|spec(?:ification)?|para(?:graph)?|q|sq|id)\s*)?"
            r"(?:no|number|num|ref(?:erence)?|id|#|code)s?\.?(?:\s*(?:no|number|id)\.?)?",
            "q",
            "item",
            "clause",
            "section",
            "rujukan",
            "article",
        ),
    ),
    (
        Role.MANDATORY,
        any_of(
            r"mandatory(?:\s*(?:/|or)\s*(?:optional|desirable))?\s*\??",
            r"m\s*/\s*[od]",
            r"required\s*\??",
            r"essential\s*/\s*desirable",
            r"priority(?:\s*\([^)]{0,20}\))?",
            r"moscow",
        ),
    ),
    (
        Role.ANSWER,
        any_of(
            "answers?",
            "responses?",
            r"repl(?:y|ies)",
            "confirmation",
            r"offer(?:ed)?",
            "proposed",
            "tendered",
            "quoted",
            "input",
            r"data\s+entry",
            r"self[- ]?assessment",
            "svar",
            "vastaus",
            "resposta",
        ),
    ),
    (Role.PASS_FAIL, r"pass\s*/?\s*fail|pass\s+or\s+fail|pass|fail"),
    (
        Role.TYPE,
        any_of(
            r"(?:question|response|answer|data|field|input)\s+(?:type|format)",
            r"type(?:\s+of\s+(?:question|response|answer))?",
            r"format",
        ),
    ),
    (
        Role.LIMIT,
        any_of(
            r"(?:max(?:imum)?\.?\s+)?(?:word|character|page)s?\s*(?:limit|count|max(?:imum)?)?",
            r"(?:response\s+)?(?:size\s+)?limit",
            r"max(?:imum)?\.?\s+(?:words|characters|pages|length)",
        ),
    ),
)
PARTIAL: tuple[tuple[Role, str], ...] = (
    (
        Role.BUYER,
        any_of(
            rf"(?:for\s+)?(?:official|internal|office|{BUYER})\s+(?:use|only|comments?|notes?|remarks?|response|score|assessment|evaluation|feedback|review)",
            r"^(?:supplier|bidder|tenderer|vendor)\s+[A-H]$",
            r"evaluat(?:ion|or)\b",
            r"\b(?:analyst|reviewer)\b",
            r"moderat(?:ed|ion)",
            r"consensus",
            r"reviewed\s+by",
            r"do\s+not\s+(?:complete|use)",
            r"marking\s+(?:scheme|guidance)",
            r"assessment\s+(?:criteria|guidance|method)",
            r"pass\s+criteria",
            r"verif(?:ied|ication)\s+by",
            r"kegunaan\s+pejabat",
        ),
    ),
    (Role.WEIGHT, r"weight(?:ing|ed|s)?\b|%\s+of\s+(?:score|total)|pemberat"),
    (Role.SCORE, r"\b(?:scores?|marks?|points?|scoring|markah)\b"),
    (Role.LIMIT, r"\b(?:word|character|page)s?\s+(?:limit|count)\b"),
    (Role.TYPE, r"\b(?:question|response|answer)\s+type\b"),
    (
        Role.ANSWER,
        any_of(
            rf"\b{SUPPLIER}\s+(?:to|must|should)\s+(?:complete|insert|confirm|provide|respond|answer|state|enter|fill)\b",
            rf"\b(?:your|{SUPPLIER}|tender|bid)\s+(?:full\s+)?(?:responses?|answers?|reply|statement|input|confirmation|declaration|comments?|details|compliance|offer|entry|"
            r"explanation|remarks?|notes|narrative|evidence|proposal|substantiation|self[- ]?assessment)",
            r"\bhow\s+(?:will\s+|do\s+|does\s+)?(?:you|this)\s+(?:be\s+)?met?(?:et)?\b.{0,30}$",
            rf"to\s+be\s+(?:completed|filled(?:\s+in)?|provided|answered|inserted)(?:\s+(?:in\s+)?by\s+(?:the\s+)?{SUPPLIER})?",
            r"\b(?:please\s+)?(?:complete|insert|enter|provide|state|type|answer|respond)\s+(?:your\s+)?(?:here|response|answer|below|details)",
            r"\b(?:specifications?|product|model|item|equipment|solution|goods|service)s?\s+(?:offered|proposed|tendered)\b",
            r"\b(?:offered|proposed)\s+(?:specifications?|product|model|item|equipment|solution|goods)\b",
            r"^your\s+\w+",
            r"\b(?:offered|proposed|tendered|quoted)$",
            r"^how\s+(?:will|do|would)\s+you\b.{0,60}$",
            r"^\W*(?:please\s+)?tick\b",
            rf"\b(?:offered|proposed)\s+by\s+(?:the\s+)?{SUPPLIER}\b",
        ),
    ),
    (
        Role.REMARK,
        any_of(
            r"\bremarks?\b",
            r"\bcomments?\b",
            r"\bulasan\b",
            r"\bcatatan\b",
            r"\bpage\s+(?:ref(?:erence)?|no|number)\b",
            r"\bcross[- ]?ref",
            r"\bevidence\b",
            r"\bjustification\b",
            r"\bdeviations?\b",
            r"\bcounter[- ]?proposals?\b",
            r"\blocation\s+in\b",
            r"\breference\s+to\s+(?:the\s+)?(?:tender|bid|proposal|submission|document)",
            r"\b(?:kommentar|bemerkung|observacion|commentaire|osservazion|opmerking|uwag)\w{0,3}\b",
            r"\b(?:proposed|suggested|alternative)\s+(?:amendments?|alternatives?|changes?|wording|clauses?)\b",
            r"\bexplanation\b",
            r"\bproposal\s+reference\b",
            r"\bdocument\s+(?:ref|name)",
            r"\b(?:additional|further)\s+(?:information|details|notes)\b",
            r"\bsupporting\s+(?:information|documents?)\b",
            r"\battachment\b",
            r"\bnotes?\s+(?:from|by)\b",
        ),
    ),
    (
        Role.ANSWER,
        any_of(
            r"\b(?:responses?|answers?|reply|replies|declaration|jawapan|butiran|r[ée]ponse|antwort|ymateb|respuesta|risposta|antwoord|odpowiedź|compliance|statement\s+of\s+(?:compliance|conformity)|compl(?:y|iant)\s*\?)\b"
        ),
    ),
    (
        Role.GUIDANCE,
        any_of(
            r"\b(?:guidance|help|instructions?|notes?|explanatory|information\s+to\s+include|what\s+we\s+(?:are\s+looking|expect)|examples?|canllawiau)\b"
        ),
    ),
    (
        Role.QUESTION,
        any_of(
            r"\b(?:questions?|requirements?|criteri(?:a|on)|information\s+required|statements?|controls?|specifications?|descriptions?|perkara|keperluan|spesifikasi|details?\s+required|information\s+(?:requested|to\s+be\s+provided)|what\s+we\s+need|exigences?|requisit[oi]s?|krav|eisen?|query|topic|subject|area|frage|question|anforderung|pregunta|domanda|cwestiwn)\b"
        ),
    ),
)
