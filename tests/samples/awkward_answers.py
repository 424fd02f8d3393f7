"""Two hundred answers that are awkward to count: hyphens, slashes, numbers, bullets, dashes, spaces of every kind."""

from itertools import islice, product

_PIECES = (
    "24-hour", "cost-effective", "and/or", "£5m", "5 %", "5%", "10,000", "1.5", "e.g.", "i.e.", "we’ll", "don't",
    "“quoted”", "(in brackets)", "–", "—", "a – b", "a — b", "a–b", "a—b", "...", "…", "wait…now",
    "www.example.org", "https://example.org/a?b=c", "name@firm.example", "&", "R&D", "A & B", "1)", "(a)", "•",
    "• item", "- item", "* item", "tab\there", "non\u00a0breaking", "thin\u2009space", "zero\u200bwidth",
    "hyphen\u2011ated", "soft\u00adhyphen", "line\nbreak", "double  space", " leading", "trailing ", "ÉCOLE", "naïve",
    "日本語", "カタカナ と かな", "한국어 단어", "中文abc", "「引用」", "ｆｕｌｌ width", "مرحبا بكم", "Ω", "½",
    "2 x 3", "2×3",
    "+44 1632 960 001", "ISO/IEC 27001:2022", "C#", "C++", "#1", "@home", "100%", "3/4", "A.B.C.", "Mr. Smith",
    "end.Start", "end,start", "'single'", "--", "a -- b", "a--b", "a---b", "a--", "--b", "a--b--c", "- -", "_under_",
    "semi;colon", "colon:", "[insert]", "{tag}", "<b>", "\\path\\to", "C:\\dir", "24/7", "9am–5pm", "24–26 May",
    "x\u2003y", "x\u3000y", "x\u202fy", "word\u2060joiner", "\u2022\tbullet", "1.\tone", "—\u00a0dash",
    "em—dash—twice", "“—”", "?!", "!", "?", "hello !", "hello?world",
    "a---", "a----", "--- a", "…a", "a…", "‘a’ ‘b’", "«a» b", "a\u200d", "\u2060a b", "a\u00ad b", "\u200ea\u200f",
    "a \u200b b", "a\u2010b", "\tindented", "a\t\tb", "1\u00a0000", "£\u00a05m", "10\u202fkm", "• \u00a0item",
    "–\titem", "www.a.example/b-c_d?e=f#g", "(www.a.example)", "a/b/c", "a / b", "a|b", "a+b", "a = b", "1,000.50",
    "No.5", "5-10", "5 - 10", "6pm-7pm", "e-mail", "co–operate", "“a—b”", "a ... b", "a . b", "a\u2009–\u2009b",
)  # fmt: skip


def awkward_answers() -> tuple[str, ...]:
    """Give the answers: each piece alone, then pairs of them in a sentence."""
    pairs = product(_PIECES[::3], _PIECES[1::4])
    sentences = (f"We deliver {one} and {other} today." for one, other in pairs)
    return (*_PIECES, *islice(sentences, 200 - len(_PIECES)))
