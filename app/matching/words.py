"""Words of a question as they are compared: lower case, without marks, with endings cut and kin words as one."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

_FOOTNOTE = re.compile(r"\[\s*(?:footnote|note)?\s*\d+\s*\]|https?://\S+|\bwww\.\S+")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_BOXES = re.compile(r"[☐☒☑▢□✓✔…]+")
_YES_OR_NO = re.compile(
    r"\byes\s*(?:/|or)\s*no\b(?:\s*(?:/|or)\s*n/?a\b)?|\bwhether or not\b|\bpass\s*/\s*fail\b|\bnot scored\b|"
    r"\b(?:yes|no)\b\s*[:/-]?\s*(?:[☐☒☑▢□]|\[\s*\])|[☐☒☑▢□]\s*\b(?:yes|no)\b"
)
_SAYS_NO = re.compile(r"\bno(?:s|t scored)?\b|\bwhether or not\b")
_NUMBER_SIGN = re.compile(
    r"\b(vat|reg|regn|registration|company|tel|telephone|phone|fax|policy|certificate|cert|account|charity|mobile|duns|"
    r"serial|ref|reference|id|identification|licence|d-u-n-s|roll|contact|utr|order|item|question)\.?\s+nos?\b\.?|"
    r"(?:^\s*nos?\.\s*(?=\w)|\bnos?\b\.?(?=\s*(?:[:)\]]|$))|\bnos?\.(?=\s+(?:of|and)\b))"
)
_ACCENTS = re.compile("[\u0300-\u036f]+")
_WORD = re.compile(r"[a-z0-9]+(?:\.\d+)*")
_JOINED = (
    ("mail", re.compile(r"\be-?\s?mails?\b"), "email"),
    ("mel", re.compile(r"\be-?mel\b"), "email"),
    ("sub", re.compile(r"\b(sub)[- ](contract\w*)"), r"\1\2"),
    ("web", re.compile(r"\bweb[- ]?(?:site|page)s?\b"), "website"),
    ("wi-fi", re.compile(r"\bwi-fi\b"), "wifi"),
    ("-u-", re.compile(r"\bd-u-n-s\b"), "duns"),
    (".u.", re.compile(r"\bd\.u\.n\.s\b\.?"), "duns"),
    ("v.a.t", re.compile(r"\bv\.a\.t\b\.?"), "vat"),
    ("iso", re.compile(r"\biso(?:\s*/\s*iec)?[- ]?(\d{4,5})(?:[:-]\d{4})?\b"), r"iso \1"),
    ("essential", re.compile(r"\bessentials?\s*\+"), "essentials plus"),
    ("'", re.compile(r"(?<=\w)'s\b"), ""),
    ("n't", re.compile(r"n't\b"), " not"),
    (",", re.compile(r"(?<=\d),(?=\d{3})"), ""),
    ("&", re.compile("&"), " and "),
    ("...", re.compile(r"\.{3,}"), " "),
)
"""A sign that must stand in the text, the pattern, and what is written in its place."""
_ENDINGS = ("ing", "ed")
_FIRST_WORDS = 40
_NEGATIONS = frozenset(("not", "no", "none", "nobody", "never", "neither", "nor", "without", "cannot", "free"))
_CARRYING_ON = frozenset(("and", "or", "nor", "but"))


def plain(text: str) -> str:
    """Take marks, boxes, links and footnotes out of `text`, and write it in lower case without accents."""
    text = text.lower().replace("’", "'").replace("&nbsp;", " ")
    if "[" in text or "http" in text or "www." in text:
        text = _FOOTNOTE.sub(" ", _LINK.sub(r"\1", text))
    if "yes" in text or "[" in text or "pass" in text or not text.isascii() or _SAYS_NO.search(text):
        text = _NUMBER_SIGN.sub(r"\1 number ", _YES_OR_NO.sub(" ", text))
    if not text.isascii():
        text = _ACCENTS.sub("", unicodedata.normalize("NFKD", _BOXES.sub(" ", text)))
    for sign, pattern, replacement in _JOINED:
        if sign in text:
            text = pattern.sub(replacement, text)
    return text


@cache
def stem(word: str) -> str:
    """Cut plural and verb endings: "certificates", "certified" and "certify" stay kin, "address" stays whole."""
    if len(word) <= 3 or word[0].isdigit():
        return word
    if word.endswith(("ies", "ied")):
        word = word[:-3] + "y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            break
    if word.endswith(("tion", "sion")) and len(word) > 6:
        word = word[:-3]
    return word[:-1] if len(word) > 3 and word[-1] in "ey" else word


def stems(text: str) -> tuple[str, ...]:
    """Give the stems of every word of `text`, in order."""
    return tuple(stem(word) for word in _WORD.findall(plain(text)))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Kin words of tender forms, and words that carry no meaning of their own there."""

    empty: frozenset[str]
    """Stems that only ask: "please", "provide", "your"."""
    kin: Mapping[tuple[str, ...], str]
    """Stems of a word or phrase, and the one stem that stands for it."""
    longest: Mapping[str, int]
    """The stem a phrase begins with, and the words of the longest such phrase."""

    def terms(self, text: str) -> tuple[str, ...]:
        """Give the meaningful words of `text` in order: stems with kin words as one, without empty ones."""
        return self.terms_of(stems(text))

    def terms_of(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Give the meaningful terms of stems."""
        return tuple(term for term in self.unite(words) if term not in self.empty)

    def unite(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Write kin words and phrases as one; the longest phrase first."""
        united: list[str] = []
        place = 0
        while place < len(words):
            longest = self.longest.get(words[place], 0)
            for length in range(min(longest, len(words) - place), 0, -1):
                head = self.kin.get(words[place : place + length])
                if head is not None:
                    united.append(head)
                    place += length
                    break
            else:
                united.append(words[place])
                place += 1
        return tuple(united)


def build_lexicon(empty: Iterable[str], kin: Mapping[str, Iterable[str]]) -> Lexicon:
    """Make a lexicon from plain words: `kin` is {head: [words and phrases that mean the same]}."""
    heads = {stems(variant): stem(head) for head, variants in kin.items() for variant in (head, *variants)}
    heads.pop((), None)
    longest: dict[str, int] = {}
    for phrase in heads:
        longest[phrase[0]] = max(longest.get(phrase[0], 0), len(phrase))
    return Lexicon(frozenset(stem(word) for text in empty for word in _WORD.findall(plain(text))), heads, longest)


def negations(text: str) -> tuple[str, ...]:
    """List the first words of `text` that deny; what carries a denial on ("... nor ...", "and not") counts once."""
    words = _WORD.findall(plain(text))[:_FIRST_WORDS]
    found: list[str] = []
    for place, word in enumerate(words):
        carries_on = word == "nor" or bool(_CARRYING_ON.intersection(words[max(0, place - 3) : place]))
        if word in _NEGATIONS and not (found and carries_on):
            found.append(word)
    return tuple(found)


def is_negated(text: str) -> bool:
    """Tell whether an odd number of the first words of `text` deny: "not", "never", "without"."""
    return len(negations(text)) % 2 == 1
