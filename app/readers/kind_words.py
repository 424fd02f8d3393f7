"""The words by which kinds of answers are known, and the forms made of them.

One phrase to a line: a word of another buyer, or of another language, is added here and nowhere else.
"""

import re

from app.domain.questionnaire import Kind
from app.readers.patterns import any_of

_SIGNATURE = any_of(
    r"signatur\w*",
    r"(?<!date\s)(?<!in\swhich\s)signed\b",
    r"(?<!to\s)sign(?:ed)?\s+(?:by|on\s+behalf)",
    "initials",
    r"tandatangan",
    "unterschrift",
    "firma",
    r"llofnod",
    r"(?:company|official|cop)\s+(?:stamp|seal|syarikat)",
    "podpis",
    "handtekening",
)
_EMAIL = any_of(r"e-?mail", "e-?mel", "courriel", "ebost")
_PHONE = any_of(
    r"(?:tele)?phone",
    r"\btel\b\.?",
    r"\bmob(?:ile)?\b",
    r"\bfax\b",
    "telefon",
    r"nombor\s+faks",
    r"\bfaks\b",
    "téléphone",
    "ffôn",
)
_URL = any_of(
    r"web\s*-?(?:site|page)", r"web\s+(?:address|link)", r"\burl\b", r"\bhyperlink\b", r"\blink\s+to\b", r"laman\s+web"
)
_ADDRESS = any_of(
    r"address(?:es)?\b",
    r"\balamat\b",
    r"\badresse\b",
    r"\bcyfeiriad\b",
    r"\bdirección\b",
    r"head\s+office$",
    r"\b(?:principal|registered)\s+(?:place|office)\b",
)
_DATE = any_of(
    r"\bdate\b",
    r"\btarikh\b",
    r"\bdyddiad\b",
    r"\bdatum\b",
    r"\bfecha\b",
    r"expir(?:y|es)\b",
    r"valid\s+(?:until|to)",
    r"^when\s+(?:was|were|did|will|does|is)\b",
)
_MONEY = any_of(
    "turnover",
    r"\b(?:contract|total|estimated|annual|approximate)\s+value\b",
    r"\bvalue\s+of\b",
    r"\bvalue\b\W*(?:\(|£|$)",
    r"\bprices?\b",
    r"\bcosts?\b",
    r"\bamount\b",
    r"\bpremium\b",
    r"\bfees?\b",
    r"\bprofit\b",
    r"\bnet\s+assets\b",
    r"[£€$]",
    r"\brm\b",
    r"\bmodal\b",
    r"\bindemnity\s+limit\b",
    r"\bsum\s+insured\b",
    r"\b(?:tender|contract|lump|total|bid)\s+sum\b",
    r"\blevel\s+of\s+cover\b",
    r"\bcover\s+\(",
    r"\brevenue\b",
    r"\b(?:daily|hourly|day)\s+rate\b",
    r"\bharga\b",
    r"\bjumlah\s+\(rm\)",
)
_PERCENT = any_of(r"%", r"\bper\s?cent\b", r"\bpercentage\b", r"\bproportion\s+of\b", r"\bperatus\b")
_COUNT = r"^\W*(?:\w+\s+)?(?:number|no\.)\s+of\b|\bhow\s+many\b|\bscope\s+[123]\b"
_NUMBER = any_of(
    r"^\W*year\b",
    r"\bnumber\s+of\b",
    r"\(number\)",
    r"\bhow\s+many\b",
    r"\bno\.?\s+of\b",
    r"\bquantity\b",
    r"\bqty\b",
    r"\bhead\s?count\b",
    r"\byears?\s*[:?]?$",
    r"\btco2e?\b",
    r"\bscope\s+[123]\b",
    r"\bemissions\W*$",
    r"\baverage\s+(?:number|days|time)\b",
    r"\bbilangan\b",
    r"\byears?\s+of\b",
    r"\bin\s+(?:days|weeks|months|years|hours)\b",
    r"\bnet\s+zero\s+(?:target\s+)?(?:year|date)\b",
    r"\bfull[- ]time\s+equivalents?\b",
    r"\bage\b$",
)
WITH_DATE = re.compile(
    r"(?i)\b(?:number|no\.?|reference|name|body|insurer|issuer|provider|details)\b[^.?\n]{0,40}(?:\band\b|[,/&])[^.?\n]{0,30}"
    r"\b(?:dates?\b|expir|valid)"
)
"""Something else is asked for together with a date: the words of one do not make the place a date."""
NOT_NUMBER = re.compile(
    r"(?i)\b(?:registration|company|charity|vat|reference|account|policy|certificate|licen[cs]e|phone|fax|duns|serial)\b"
)
_GIVE = any_of("provide", "submit", "supply", "include", "insert", "send", "furnish")
_FULL = any_of("full", "current", "valid", "detailed", "recent", "latest", "signed", "certified", "relevant", "scanned")
_PAPER = any_of("cop(?:y|ies)", "accounts", "certificates?", "certification", r"evidence\s+of\s+certification")
_UPLOAD = any_of(
    r"\b(?:attach|upload|enclose|append)\b(?!ed\s+to)",
    rf"\b{_GIVE}\s+(?:us\s+with\s+)?(?:a\s+|an\s+|your\s+|the\s+)?(?:{_FULL}\s+)*{_PAPER}\b",
    r"\bprovide\s+your\s+[\w\s-]{0,30}(?:certificat\w+|iso\s*\d+[-\d]*)",
    r"\b(?:insert|attach)\s+(?:your|the)\s+[\w\s]{0,40}(?:plan|statement|policy|certificate|accounts|cv)\b",
    r"^a\s+(?:statement|copy)\s+of\s+your\b.*\b(?:accounts?|balance\s+sheet|turnover)\b",
    r"\b(?:bank\s+(?:letter|statement)|audited\s+accounts)\b",
    r"^(?:forecast|audited)\b.*\bstatements\b",
    r"\bforecast\s+financial\s+statements\b",
)
_YES_NO_START = any_of(
    "do",
    "does",
    "did",
    "are",
    "is",
    "was",
    "were",
    "has",
    "have",
    "had",
    "can",
    "could",
    "will",
    "would",
    "should",
    "shall",
    "may",
    "must",
)
_SUBJECT = any_of(
    "you",
    "your",
    "the",
    "any",
    "there",
    "it",
    "this",
    "these",
    "all",
    "each",
    "either",
    "an?",
    "our",
    "they",
    "we",
    "it",
    "its",
    "my",
    "no",
    "such",
    "that",
    "those",
    "staff",
    "both",
)
YES_NO = re.compile(rf"(?i)(?:^|[.:;,\n]\s*|\b(?:and|or|if\s+so,?)\s+){_YES_NO_START}\s+{_SUBJECT}\b[^?.]{{3,400}}\?")
CONDITION = re.compile(r"(?i)^(?:if|where)\b(?:[^,?.]|\.\d){3,200}?(?:,|\s[-–]|:)\s+")
"""What a follow-up begins with: "If you answered yes to 3.1, ..."."""
OPENS_YES_NO = re.compile(rf"(?i){_YES_NO_START}\s+(?:{_SUBJECT}\b|[^?]{{3,300}}\?\s*$)")
_CONFIRM_VERB = any_of("confirm", "certify", "self-certify", "acknowledge", "agree", "accept", "declare")
CONFIRM = re.compile(
    rf"(?i)(?:^|[.:;,\n]\s*|\bplease\s+|\bcan\s+you\s+|\byou\s+)(?:also\s+)?{_CONFIRM_VERB}\s+"
    r"(?:if|whether|that|you|your|by|acceptance|compliance|below)\b"
)
TICK_YES = re.compile(
    r"(?i)[‘'\"“(]?yes[’'\"”]?\s*(?:/|or|and)\s*[‘'\"“]?no\b|\b(?:delete|circle|tick)\s+(?:as\s+)?(?:appropriate|applicable)|\by\s*/\s*n\b"
)
_ACCOUNT = any_of(
    "details?",
    "information",
    "description",
    "summary",
    "narrative",
    "statement",
    "overview",
    "account",
    "examples?",
    "evidence",
    "reasons?",
    "explanation",
)
ACCOUNT = re.compile(
    r"(?i)\b(?:comments?|remarks?|details?|descri\w+|explan\w+|evidence|rationale|justif\w+|how|approach|notes?|narrative)\b"
)
"""What a heading calls the words that go with an answer."""
_DETAILS_FORMS = any_of(
    "describe",
    "explain",
    "explanation",
    "outline",
    "demonstrate",
    r"set\s+out",
    "summari[sz]e",
    "elaborate",
    "discuss",
    "illustrate",
    "justify",
    rf"(?:provide|give|state|submit|include|supply)\s+(?:\w+\s+){{0,4}}{_ACCOUNT}",
    r"details?\s+(?:of|on|about)",
    r"detail\s+(?:your|how|the|any)",
    r"how\s+(?:will|do|would|does|have|are|is|you|your)",
    r"what\s+(?:measures|steps|processes|procedures|approach|arrangements|will)",
    r"what\s+(?:is|are)\s+your\s+(?:\w+\s+){0,3}(?:approach|arrangements|polic(?:y|ies)|process(?:es)?|procedures?|plans?|"
    r"strateg(?:y|ies)|method\w*|experience|proposals?|measures)",
    r"list\s+(?:the|all|any|your)",
    r"tell\s+us",
    r"method\s+statement",
    r"comment(?:s|ary)",
    r"approach\s+to",
    "identif(?:y|ied)",
    "names,",
)
DETAILS = re.compile(rf"(?i)\b{_DETAILS_FORMS}\b")
_MULTI_FORMS = any_of(
    r"(?:all|any)\s+(?:\w+\s+){0,3}(?:that|which)\s+apply",
    r"(?:select|tick|check|mark|indicate)\s+all",
    r"at\s+least\s+one",
    r"one\s+or\s+more",
    r"more\s+than\s+one",
    "multiple",
)
MULTI = re.compile(rf"(?i)\b{_MULTI_FORMS}\b|\(s\)\s+(?:below|that)")
ONE_ONLY = re.compile(
    r"(?i)\b(?:one\s+(?:of|box|option|only)|only\s+one|which\s+one|best\s+describes|(?:one|either)\s+of\s+the\s+following|"
    r"the\s+(?:category|option|box|description|statement|type)\s+(?:that|which))\b"
)
"""What says that one of several boxes is to be ticked."""
SEVERAL = re.compile(r"(?i)\b(?:in|for|of)\s+each\b|\beach\s+of\s+the\b")
"""What asks for more than one figure in one place."""
NAMED = re.compile(
    r"(?i)\b(?:name[sd]?|position|title|role|capacity|company|firm|organisation|witness|behalf|contact)\b"
)
"""What a label names that no figure answers, whatever the sentence above speaks of."""
LISTED_CHOICE = re.compile(r"(?im)^\s*(?:[-•●]\s*)?\(?a[).]+\s*[-–]?\s*\S.*\n\s*(?:[-•●]\s*)?\(?b[).]")
WHICH = re.compile(
    r"(?i)\b(?:which|whether|status|state|classification|indicate|select|choose|one\s+of|type|please\s+specify)\b"
)
DECLARATION = re.compile(
    r"(?i)^\W*(?:i|we|i\s*/\s*we|the\s+(?:undersigned|signatory)|by\s+signing)\b.{0,60}"
    r"\b(?:declare|certify|confirm|undertake|acknowledge|warrant|agree)\b",
    re.DOTALL,
)
UPLOAD = re.compile(rf"(?i){_UPLOAD}")
ASKED_FOR = re.compile(
    r"(?i)\b(?:what\s+(?:is|was|are|were)|provide|state|give|enter|confirm|specify|insert|indicate|supply)\s+"
    r"(?:us\s+with\s+|here\s+)?(?:(?:the|your|an?|its|current|most\s+recent|latest|registered|total|average|annual"
    r"|organisation['’]?s?)\s+){0,4}(?P<what>.{3,60})"
)
IF_SO = re.compile(
    r"(?i)\bif\s+(?:so|yes|not|no|yes\W+|you\s+have)\b.{0,120}\b(?:describe|explain|provide|give|details?|state|outline)\b"
)

LABELS: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"(?i){pattern}"))
    for kind, pattern in (
        (Kind.SIGNATURE, _SIGNATURE),
        (Kind.EMAIL, _EMAIL),
        (Kind.URL, _URL),
        (Kind.PHONE, _PHONE),
        (Kind.ADDRESS, _ADDRESS),
        (Kind.PERCENT, _PERCENT),
        (Kind.NUMBER, _COUNT),
        (Kind.DATE, _DATE),
        (Kind.MONEY, _MONEY),
        (Kind.NUMBER, _NUMBER),
        (Kind.UPLOAD, _UPLOAD),
    )
)
