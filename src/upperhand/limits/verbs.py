"""Where is the finite verb of a clause, and in which tense?"""

from __future__ import annotations

from upperhand.limits.frames import PRONOUNS, SUBJECT_START
from upperhand.limits.lexicon import DETERMINERS, MODALS, NOUNISH, PREPOSITIONS, VERB_FORMS


def finite(words: tuple[str, ...]) -> tuple[int, str, str, str]:
    """Place, base form, tense and modal of the first finite verb; place -1 where there is none."""
    for i, word in enumerate(words):
        before = words[i - 1] if i else ""
        if (
            word in MODALS
            and not (word == "may" and before in PREPOSITIONS)
            and not (word in ("will", "can", "might") and before in DETERMINERS)
        ):
            following = next((w for w in words[i + 1 : i + 4] if w in VERB_FORMS or w == "be"), "")
            return i, VERB_FORMS.get(following, (following or "be", ""))[0], "modal", word
        if word not in VERB_FORMS or before in ("to", "not") or before in PREPOSITIONS:
            continue
        verb, tense = VERB_FORMS[word]
        if (
            before in DETERMINERS
            and tense != "present"
            and before not in ("this", "that", "these", "those", "another", "some", "any")
        ):
            continue
        if i == 0 and word in NOUNISH:
            continue
        if word in NOUNISH and not _follows_subject(words, i):
            continue
        if tense == "past" and verb not in ("be", "have", "do") and before in ("recently", "newly", "freshly", "well"):
            continue
        return _aux(words, i, verb, tense)
    for i in range(1, len(words)):
        # A segment with nothing else to be its verb: the word after a noun is it ("our rules cap deposits").
        before, (verb, tense) = words[i - 1], VERB_FORMS.get(words[i], ("", ""))
        noun = before not in DETERMINERS and before not in PREPOSITIONS and before[0].isalpha() and i > 1
        if (
            verb
            and words[i] in NOUNISH
            and noun
            and (before.endswith("s") != words[i].endswith("s"))
            and i + 1 < len(words)
        ):
            return i, verb, "present", ""
    return _by_shape(words)


def _by_shape(words: tuple[str, ...]) -> tuple[int, str, str, str]:
    """A verb we have no entry for, told by its ending and its neighbours ("the seeds germinate at 20 degrees")."""
    for i in range(1, len(words)):
        word, before = words[i], words[i - 1]
        after = words[i + 1] if i + 1 < len(words) else ""
        if (
            not word.isalpha()
            or len(word) < 4
            or word in SUBJECT_START
            or word in PREPOSITIONS
            or word.endswith(("ly", "ss", "ing"))
        ):
            continue
        opens = (
            after in PREPOSITIONS
            or after in DETERMINERS
            or after in SUBJECT_START
            or after in ("up", "out", "when", "only", "not")
            or after[:1].isdigit()
            or after.endswith("ly")
        )
        person = before in PRONOUNS or before in ("who", "which", "that", "always", "never", "also", "often", "still")
        noun = i > 1 and before.isalpha() and before not in DETERMINERS and before not in PREPOSITIONS
        if word.endswith("ed") and (person or noun) and before not in DETERMINERS:
            return i, word, "past", ""
        agrees = word.endswith("s") != before.endswith("s")
        if opens and agrees and (person or (noun and words[0] not in PREPOSITIONS)):
            return i, word, "present", ""
    return -1, "", "", ""


_BEFORE_VERB = frozenset(
    "i we you he she it they who which that there also still already just only even really always usually both".split()
)
_AFTER_VERB = frozenset("up out not off down only more about you me us".split())


def _follows_subject(words: tuple[str, ...], i: int) -> bool:
    """Whether a word that is as often a noun stands where the verb of its clause would stand."""
    before = words[i - 1]
    if before in _BEFORE_VERB:
        return True
    third = VERB_FORMS[words[i]][1] == "third"
    noun = before not in VERB_FORMS and before not in DETERMINERS and before not in PREPOSITIONS
    after = words[i + 1] if i + 1 < len(words) else ""
    opens = after in DETERMINERS or after in PREPOSITIONS or after in _AFTER_VERB or after[:1].isdigit()
    plural = before.endswith("s") and not before.endswith("ss")
    if not noun or not before[:1].isalpha():
        return False
    if third:
        return not plural and (opens or (not after and words[0] not in PREPOSITIONS))
    return plural and opens


def _aux(words: tuple[str, ...], i: int, verb: str, tense: str) -> tuple[int, str, str, str]:
    if verb == "be" and words[i + 1 : i + 3] == ("going", "to"):
        following = words[i + 3] if i + 3 < len(words) else "be"
        return i, VERB_FORMS.get(following, (following, ""))[0], "modal", "will"
    rest = [
        w for w in words[i + 1 : i + 5] if w in VERB_FORMS or w in ("been", "being") or w.endswith("ing") or w == "got"
    ]
    if (
        verb == "have"
        and rest
        and (rest[0] in ("been", "had", "got") or VERB_FORMS.get(rest[0], ("", ""))[1] == "past")
    ):
        main = next(
            (VERB_FORMS[w][0] for w in rest if w in VERB_FORMS and w not in ("had",)),
            "be" if rest[0] == "been" else "have",
        )
        return i, main, "perfect", ""
    if verb == "do" and rest and VERB_FORMS.get(rest[0], ("", ""))[1] == "base":
        return i, VERB_FORMS[rest[0]][0], tense, ""
    return i, verb, {"base": "present", "third": "present"}.get(tense, tense), ""
