"""What does each clause of a draft do: assert, ask, suppose, propose, wish; who speaks of whom; is it denied?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from upperhand.limits.lexicon import DETERMINERS, MODALS, NOUNISH, PREPOSITIONS, VERB_FORMS
from upperhand.limits.words import normalise, tokens

Mood = Literal["assertion", "question", "condition", "hypothetical", "request", "opinion", "wish", "proposal", "fragment"]
Subject = Literal["i", "we", "you", "your", "my", "it", "there", "third", "none"]

_ABBREVIATION = re.compile(r"\b(mr|mrs|ms|dr|prof|st|approx|e\.g|i\.e|ca|vs|inc|ltd|no|co|[a-z])\.(?=\s)")
_SENTENCE = re.compile(r"(?<=[.!?;])[\"')]*\s+|\n+")
_SEGMENT = re.compile(r"\s*(?:[,:()\"]|—)\s*(?!\d{3}\b)")
_SUBJECT_START = frozenset(
    "i we you he she it they there this that these those the a an my our your his her their another someone somebody "
    "everyone nobody nothing let who which one two three four five six seven eight nine ten several many most some all both no".split()
)
_PRONOUNS = frozenset("i we you he she it they".split())
_JOIN = frozenset("and but so because since while although though yet or whereas as which who then plus".split())
_IF = frozenset("if unless when once until till before after provided assuming suppose supposing whenever lest otherwise".split())
_CONDITION = re.compile(
    r"^(?:(?:and|but|so|or|only|even|just|then|as) )*(?:if|unless|provided|assuming|in case|as long as|should you|were (?:\w+ ){1,3}to|had (?:you|we|i))\b"
)
_HYPOTHETICAL = re.compile(
    r"^(?:(?:and|but|so|or|just|let us) )*(?:suppose|supposing|imagine|what if|say we|picture|hypothetically|think of it as|pretend)\b"
)
_TEMPORAL = re.compile(r"^(?:(?:and|but|so|or|only|even|just) )*(?:when|once|until|till|before|after|whenever|while|as soon as)\b")
_LEAD = re.compile(
    r"^(?:(?:and|but|so|or|also|plus|yet|well|look|listen|now|then|because|since|while|although|though|whereas|as|therefore|thus|hence|so that|"
    r"which|who|honestly|frankly|seriously|actually|truthfully|clearly|obviously|certainly|of course|sure|yes|yeah|no (?=(?:i|we|it|that|there|you|the|he|she|they) )|no$|"
    r"to be (?:honest|fair|frank|clear|open|precise)|truth be told|in fact|the (?:truth|fact|thing|point|problem|catch) is(?: that)?|"
    r"in (?:all )?honesty|between us|between you and me|just so you know|for your information|for the record|by the way|"
    r"as you (?:know|can see|may know)|as i said|on top of that|besides|moreover|unfortunately|sadly|luckily|fortunately|"
    r"funny you should say\w*|trust me|believe me|mind you|you see|you know|"
    r"i (?:can (?:assure|tell|promise)|assure|must tell|should tell|have to tell|would remind|remind) you(?: that)?|let me (?:be (?:clear|open|frank)|tell you)(?: that)?|"
    r"(?:i|we|we both) (?:know|can confirm|confirm|should mention|should add|must say|have to say|am afraid|are afraid|regret)(?: that)?|"
    r"i (?:should|must|may) (?:add|point out|note|mention)(?: that)?|it is (?:true|a fact|well known|common knowledge)(?: that)?|"
    r"(?:did you know|are you aware|you should know|please note|please know|note|remember|be aware|keep in mind|bear in mind)(?: that)?|"
    r"the good news is(?: that)?|rest assured(?: that)?|everyone knows(?: that)?|needless to say|after all|at the moment|right now|either way|in any case|in that case|namely|"
    r"sorry|apologies|unlike others|hi|hello|hey|good (?:morning|afternoon|evening)|dear|thanks|thank you|cheers|please) )+"
)
_OPINION = re.compile(
    r"^(?:i|we) (?:\w+ly )?(?:also |still |do |really )?(?:think|believe|feel|guess|reckon|suspect|imagine|estimate|suppose|assume|figure|"
    r"expect|would (?:say|guess|think|argue|put|estimate|value|expect)|consider|find|judge|gather|doubt|wonder|am not sure|"
    r"am (?:fairly |pretty |quite )?(?:convinced|confident|inclined|under the impression)|value|see)\b"
    r"|^(?:my|our) (?:own )?(?:\w+ )?(?:guess|sense|view|feeling|estimate|impression|hunch|opinion|read|reading|expectation|understanding|judgement|instinct|worry|concern|fear|valuation)\b"
    r"|^(?:in|to) (?:my|our) (?:\w+ )?(?:view|opinion|mind|eyes|estimation|book|experience|judgement)\b"
    r"|^(?:it |that |this |what you \w+ )?(?:seems|sounds|looks|feels|seemed|sounded|strikes me)\b"
    r"|^if you ask me|^as far as i (?:can tell|know|am concerned)|^(?:perhaps|maybe|presumably|probably|possibly)\b|^to me\b|^from where i (?:sit|stand)"
    r"|^for (?:me|us) (?:it|this|that) is\b|^personally\b|^i am (?:under the impression|of the opinion)"
)
_WISH = re.compile(
    r"^(?:i|we) (?:\w+ly )?(?:also |still |do |do not |really |just |only |am |are |would |am not |are not |have )*"
    r"(?:like|love|want|hope|wish|need|prefer|appreciate|care|mind|look forward|aim|plan|intend|mean to|try|understand|see|hear|"
    r"happy|glad|pleased|grateful|sorry|interested|open|keen|willing|ready|comfortable|worried|concerned|excited|delighted|"
    r"curious|tempted|torn|eager|hoping|would rather|would sooner|would love|looking|wondering|thinking|trying|planning|aiming|aware|thankful|impressed|"
    r"nervous|unsure|uncertain|uneasy|hesitant|reluctant|enjoy|enjoyed|admire|respect|value|agree|disagree|accept|regret|apologise|thank|welcome|propose|suggest|offer|ask|recommend)\b"
    r"|^(?:my|our) (?:\w+ )?(?:hope|wish|aim|goal|preference|priority|intention|plan|idea|suggestion|proposal|worry|concern|interest|target|question|request|ideal)\b"
    r"|^(?:hope|hoping|looking forward|glad|happy|pleased|sorry|delighted|lovely|nice|great|good|wishing|wish)\b(?! (?:news|quality|condition))"
    r"|^what i (?:\w+ )?(?:want|would|need|hope|care|am|value|like)|^ideally\b|^i have (?:a|an|one|two|three|another|some|no) (?:\w+ )?(?:question|concern|idea|suggestion|proposal|request|worry|thought|hope|objection|problem with)"
)
_REPORTED_YOU = re.compile(
    r"^(?:i |we )?(?:hear|heard|gather|understand|understood|noticed|noted|read|recall|remember|see|saw)?(?: (?:that|from|in))?\s?"
    r"(?:you|your (?:\w+ )?(?:mail|email|letter|message|note|ad|advert|listing|website|site|report|brochure|quote|proposal|offer|draft|colleague|boss|team|assistant|notes|request|brief|page|post|list|text))"
    r"(?: and your \w+)?(?: have| had| did| also| just| once| already| yourself| both| all| earlier| recently| kindly)*"
    r" (?:said|say|says|told|tell|mention|mentioned|wrote|write|asked|ask|explained|described|indicated|stated|states|pointed|put|called|hoped|worried|raised|quoted|offered|suggested|proposed|listed|noted|reported|confirmed|shared|sent|announced|named|gave|feared|complained|stressed|emphasised|wanted|advertised|promised|claimed|argued|felt|reckon|think|believe|feel)\b"
    r"|^(?:as|if|what) (?:i|we|you) (?:\w+ )?(?:understood|understand|heard|hear|said|told|mentioned|wrote|described|put|explained|read|got)\b"
    r"|^(?:from|by|on|according to|per|given) (?:what )?(?:you|your)\b|^so (?:what )?you\b|^i (?:know|understand|see|hear|realise|gather|appreciate|heard|noticed|take it)(?: that)? (?:you|your)\b"
    r"|^(?:you|your)\b.{0,40}\b(?:correct me|did i get that)"
)
_FRAME_YOU = re.compile(
    r"^(?:so |and )?(?:(?:as|if) (?:i|we) (?:\w+ )?(?:understood|understand|heard|hear|got|read|have)\b.{0,30}$|(?:from|by|going by|according to|per|given) (?:what )?(?:you|your)\b.{0,40}$|(?:as )?you (?:said|wrote|told me|told us|mentioned|put it)(?: \w+){0,3}$|to (?:repeat|sum up|recap)\b.{0,30}$)"
)
_SALUTATION = re.compile(r"^(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day)|greetings|morning|evening)\b")
_VOCATIVE = re.compile(r"^(?:mr|mrs|ms|miss|dr|prof\w*|madam|sir|dad|mum|mate|friend)(?: \w+){0,2}$|^(?!(?:yesterday|today|tomorrow|now|then|recently|last|since|only|ideally|today)\b)[a-z]+$")
_THANKS = re.compile(r"^(?:many |again )?(?:thanks|thank you|cheers|congratulations|sorry|apologies|yours|best|kind regards|regards|sincerely|all the best)\b")
_REQUEST = re.compile(
    r"^(?:please |just |do |kindly |do not |never |always |feel free to |then )*(?:let|tell|give|send|take|have|make|call|come|check|consider|think|ask|look|see|keep|add|"
    r"remember|compare|confirm|show|say|name|put|pick|choose|choose|bring|leave|help|hold|sign|pay|walk|talk|try|imagine|note|write|reply|share|sleep|get|use|stay|do|be|read|explain|decide|accept|forget|"
    r"correct|split|meet|move|drop|include|spare|settle|sharpen|match|stop|wait|point|visit|join|feel|enjoy|mark|count|start|set|go)\b(?! (?:is|are|was|were|has|will|would|can)\b)"
    r"|^(?:could|can|would|will|may|might) (?:you|i|we)\b|^(?:shall|should) (?:i|we)\b|^(?:let|how about|what about|why not|why do not)\b"
)
_QUESTION_START = re.compile(
    r"^(?:and |but |so |or |then |well |also |now |by the way |out of interest |just |sorry )*(?:what|which|who|whose|when|where|why|how|is|are|am|was|were|do|does|did|have|has|had|will|would|can|could|may|might|"
    r"shall|should|any chance|any idea)\b"
)
_TAG = re.compile(r"^(?:right|ok|okay|correct|yes|no|you know|(?:is|are|do|does|did|was|were|has|have|will|would|can|could) (?:not )?(?:it|you|they|we|i|he|she|there)(?: not)?)$")
_NEGATION = frozenset("not no never none nobody neither nor without nothing hardly scarcely cannot nowhere".split())
_PROPOSAL_VERB = re.compile(
    r"^(?:so |then |and )?(?:i|we) (?:\w+ly )?(?:also |still |only |just |even |both )?(?:can|could|will|would|shall|may|might|should|must|am (?:happy|willing|ready|able|going|prepared|open|free|offering|asking|keeping|staying|sticking|leaving|working on|standing)|"
    r"are (?:happy|willing|ready|able|going|prepared|open|free|offering|asking|keeping|staying|sticking|leaving|looking)|offer|propose|suggest|ask)\b"
    r"|^(?:my|our|the|this) (?:\w+ )?(?:\w+ )?(?:offer|proposal|suggestion|ask|asking price|bid|price|quote|quotation|target|bottom line|top line|figure|number|fee|rate|day rate|limit|ceiling|maximum|budget|walk away|reservation)\b"
    r"|^(?:let us|how about|what about|shall we|perhaps we|maybe we|you could|you can|you may|you are free to|you are welcome)\b"
)


@dataclass(frozen=True)
class Clause:
    """One clause: its words, what it does (``mood``), about whom (``subject``), and its finite verb.

    ``said_by_them`` marks what the counterpart is reported to have said; ``conditional`` a main clause that hangs on
    an if; ``tense`` is '' where there is no finite verb. ``sentence`` counts from 0.
    """

    words: tuple[str, ...]
    text: str
    mood: Mood
    subject: Subject
    head: tuple[str, ...]
    verb: str
    tense: str
    modal: str
    negated: bool
    said_by_them: bool
    conditional: bool
    sentence: int


@dataclass(frozen=True)
class Reading:
    """A text as clauses and as sentences of plain words (``asked`` says which sentences end as questions)."""

    clauses: tuple[Clause, ...]
    sentences: tuple[str, ...]
    asked: tuple[bool, ...]
    text: str


@lru_cache(maxsize=2048)
def read(text: str) -> Reading:
    """The clauses of a text. Never fails: what cannot be read comes back as fragments."""
    plain = normalise(text)
    guarded = _ABBREVIATION.sub(lambda m: m[0][:-1], plain)
    clauses: list[Clause] = []
    sentences: list[str] = []
    asked: list[bool] = []
    for raw in _SENTENCE.split(guarded):
        words = tokens(raw)
        if not words:
            continue
        question = raw.rstrip("\"' )").endswith("?")
        clauses.extend(_sentence(raw, question, len(sentences)))
        sentences.append(" ".join(words))
        asked.append(question)
    return Reading(tuple(clauses), tuple(sentences), tuple(asked), " ".join(tokens(plain)))


def _sentence(raw: str, question: bool, index: int) -> list[Clause]:
    parts = [p for segment in _SEGMENT.split(raw) for p in _split_joined(tokens(segment)) if p]
    merged = _merge(parts)
    if question and len(merged) > 1 and _TAG.match(" ".join(merged[-1])):
        merged, question = merged[:-1], False
    whole = " ".join(tokens(raw))
    supposed = bool(_HYPOTHETICAL.match(whole))
    proposal = bool(re.match(r"(?:how|what) about\b", whole))
    hangs = _hanging(merged)
    out: list[Clause] = []
    said = False
    for place, words in enumerate(merged):
        last = place == len(merged) - 1
        clause = _clause(words, question, last, index)
        framed = place > 0 and bool(_FRAME_YOU.match(" ".join(merged[place - 1])))
        carried = said and words[0] in ("and", "that", "so", "because") and clause.subject not in ("i", "we", "my")
        said = clause.said_by_them or framed or carried
        mood = clause.mood
        if supposed and mood in ("assertion", "proposal", "question"):
            mood = "hypothetical"
        if proposal:
            mood = "proposal"
        out.append(_replace(clause, mood, said, place in hangs))
    return out


def _hanging(parts: list[tuple[str, ...]]) -> set[int]:
    """Which clauses hang on an if: the one after it where it opens the thought, else the one before."""
    hangs: set[int] = set()
    for i, words in enumerate(parts):
        if not _CONDITION.match(" ".join(words)):
            continue
        opens = i == 0 or words[0] in ("so", "and", "but", "or")
        hangs |= {i, i + 1} if opens and i + 1 < len(parts) else {i - 1, i}
    return hangs


def _replace(clause: Clause, mood: Mood, said: bool, hangs: bool) -> Clause:
    return Clause(
        clause.words, clause.text, mood, clause.subject, clause.head, clause.verb, clause.tense, clause.modal,
        clause.negated, said, hangs, clause.sentence,
    )  # fmt: skip


def _split_joined(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    for i in range(1, len(words) - 1):
        word = words[i]
        joins = word in _JOIN and (words[i + 1] in _SUBJECT_START or words[i + 1] in _IF or word in ("because",))
        if not (joins or (word in _IF and (words[i + 1] in _SUBJECT_START or word in ("if", "unless")))):
            continue
        left, right = words[:i], words[i:]
        if word in ("before", "after", "until", "till", "once") and words[i + 1] not in _PRONOUNS:
            continue
        if word == "as" and re.search(r"\bas \w+$", " ".join(left)):
            continue
        if left[-1] in ("is", "are", "was", "were", "be", "what", "how", "to"):
            continue
        if finite(left)[0] >= 0 and finite(right[1:])[0] >= 0:
            return [left, *_split_joined(right)]
    return [words]


def _merge(parts: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Segments without a verb of their own belong to the clause before them (or, at the start, after)."""
    out: list[tuple[str, ...]] = []
    carry: tuple[str, ...] = ()
    for words in parts:
        text = " ".join(words)
        lead = _LEAD.match(text + " ")
        if lead and lead.end() > len(text):
            continue
        verbless = finite(words)[0] < 0 and not _CONDITION.match(text)
        if verbless and not out and not carry and (_SALUTATION.match(text) and len(words) < 6 or _VOCATIVE.match(text)):
            continue
        if _THANKS.match(text) and not out and not carry:
            out.append(words)
        elif verbless and not out:
            carry += words
        elif verbless or (carry and not out and len(carry) > 6):
            if verbless:
                out[-1] += words
            else:
                out.append(carry + words)
                carry = ()
        else:
            out.append(carry + words)
            carry = ()
    if carry:
        out.append(carry)
    return out or [w for w in parts[:1]]


def _clause(words: tuple[str, ...], question: bool, last: bool, sentence: int) -> Clause:
    text = " ".join(words)
    body = _LEAD.sub("", text + " ").strip() or text
    stripped = tuple(body.split())
    at, verb, tense, modal = finite(stripped)
    subject, head = _subject(stripped, at)
    said = bool(_REPORTED_YOU.match(body) or _REPORTED_YOU.match(text)) or bool(re.search(r"\b(?:you|your \w+) (?:said|told me|told us|mentioned|wrote)\b", body))
    mood = _mood(text, body, question, last, at)
    negated = bool(_NEGATION & set(stripped))
    return Clause(stripped, body, mood, subject, head, verb, tense, modal, negated, said, False, sentence)


def _mood(text: str, body: str, question: bool, last: bool, at: int) -> Mood:
    for mood, pattern in (("condition", _CONDITION), ("hypothetical", _HYPOTHETICAL)):
        if pattern.match(text) or pattern.match(body):
            return "condition" if mood == "condition" else "hypothetical"
    if question and (_QUESTION_START.match(body) or (last and not _declared(body))):
        return "question"
    if _THANKS.match(text):
        return "wish"
    if _OPINION.match(body):
        return "opinion"
    if _WISH.match(body):
        return "wish"
    if _REQUEST.match(body):
        return "request"
    if _imperative(body.split()):
        return "request"
    if at < 0 or (body.startswith(("with ", "without ")) and VERB_FORMS.get(body.split()[at], ("", ""))[1] == "past" and at > len(body.split()) - 3):
        return "fragment"
    if _PROPOSAL_VERB.match(body):
        return "proposal"
    return "assertion"


def _imperative(words: list[str]) -> bool:
    """A bare verb in front, with something of theirs or a thing after it: an order or a request."""
    if len(words) < 2 or VERB_FORMS.get(words[0], ("", ""))[1] != "base":
        return False
    return words[1] in DETERMINERS or words[1] in ("me", "us", "it", "him", "her", "them", "up", "out", "on", "over") or words[0] not in NOUNISH


def _declared(body: str) -> bool:
    return bool(re.match(r"(?:i|we|the|my|our|this|that|there|it|they|another|he|she)\b", body)) and len(body.split()) > 6


def _subject(words: tuple[str, ...], at: int) -> tuple[Subject, tuple[str, ...]]:
    """Who the clause is about: the words before its verb."""
    before = words[:at] if at > 0 else ()
    while before and before[0] in _IF | _JOIN | {"just", "only", "even", "then", "also"}:
        before = before[1:]
    while before and (before[0] in PREPOSITIONS or before[0] in _IF) and len(before) > 2:
        # A phrase of place or time stands in front: the subject begins at the next pronoun or article.
        after = next((i for i in range(2, len(before)) if before[i] in _SUBJECT_START), 0)
        if not after:
            break
        before = before[after:]
    if not before:
        return "none", ()
    first = before[0]
    for names, kind in (
        (("i", "me", "myself"), "i"), (("we", "us"), "we"), (("you",), "you"), (("your", "yours"), "your"),
        (("my", "our", "mine", "ours"), "my"), (("it", "this", "that", "these", "those"), "it"), (("there", "here"), "there"),
    ):  # fmt: skip
        if first in names and (kind != "it" or len(before) == 1):
            return kind, before  # type: ignore[return-value]
    return "third", before


def finite(words: tuple[str, ...]) -> tuple[int, str, str, str]:
    """Place, base form, tense and modal of the first finite verb; place -1 where there is none."""
    for i, word in enumerate(words):
        before = words[i - 1] if i else ""
        if word in MODALS and not (word == "may" and before in PREPOSITIONS) and not (word in ("will", "can", "might") and before in DETERMINERS):
            following = next((w for w in words[i + 1 : i + 4] if w in VERB_FORMS or w == "be"), "")
            return i, VERB_FORMS.get(following, (following or "be", ""))[0], "modal", word
        if word not in VERB_FORMS or before in ("to", "not") or before in PREPOSITIONS:
            continue
        verb, tense = VERB_FORMS[word]
        if before in DETERMINERS and tense != "present" and before not in ("this", "that", "these", "those", "another", "some", "any"):
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
        if verb and words[i] in NOUNISH and noun and (before.endswith("s") != words[i].endswith("s")) and i + 1 < len(words):
            return i, verb, "present", ""
    return _by_shape(words)


def _by_shape(words: tuple[str, ...]) -> tuple[int, str, str, str]:
    """A verb we have no entry for, told by its ending and its neighbours ("the seeds germinate at 20 degrees")."""
    for i in range(1, len(words)):
        word, before = words[i], words[i - 1]
        after = words[i + 1] if i + 1 < len(words) else ""
        if not word.isalpha() or len(word) < 4 or word in _SUBJECT_START or word in PREPOSITIONS or word.endswith(("ly", "ss", "ing")):
            continue
        opens = after in PREPOSITIONS or after in DETERMINERS or after in _SUBJECT_START or after in ("up", "out", "when", "only", "not") or after[:1].isdigit() or after.endswith("ly")
        person = before in _PRONOUNS or before in ("who", "which", "that", "always", "never", "also", "often", "still")
        noun = i > 1 and before.isalpha() and before not in DETERMINERS and before not in PREPOSITIONS
        if word.endswith("ed") and (person or noun) and before not in DETERMINERS:
            return i, word, "past", ""
        agrees = word.endswith("s") != before.endswith("s")
        if opens and agrees and (person or (noun and words[0] not in PREPOSITIONS)):
            return i, word, "present", ""
    return -1, "", "", ""


def _follows_subject(words: tuple[str, ...], i: int) -> bool:
    before = words[i - 1]
    if before in ("i", "we", "you", "he", "she", "it", "they", "who", "which", "that", "there", "also", "still", "already", "just", "only", "even", "really", "always", "usually", "both"):
        return True
    third = VERB_FORMS[words[i]][1] == "third"
    noun_before = before not in VERB_FORMS and before not in DETERMINERS and before not in PREPOSITIONS and before[:1].isalpha()
    follows = words[i + 1 : i + 2]
    opens = bool(follows) and (follows[0] in DETERMINERS or follows[0] in PREPOSITIONS or follows[0][0].isdigit() or follows[0] in ("up", "out", "not", "off", "down", "only", "more", "about", "you", "me", "us"))
    plural = before.endswith("s") and not before.endswith("ss")
    return noun_before and ((third and not plural and (opens or (not follows and words[0] not in PREPOSITIONS))) or (not third and plural and opens))


def _aux(words: tuple[str, ...], i: int, verb: str, tense: str) -> tuple[int, str, str, str]:
    if verb == "be" and words[i + 1 : i + 3] == ("going", "to"):
        following = words[i + 3] if i + 3 < len(words) else "be"
        return i, VERB_FORMS.get(following, (following, ""))[0], "modal", "will"
    rest = [w for w in words[i + 1 : i + 5] if w in VERB_FORMS or w in ("been", "being") or w.endswith("ing") or w == "got"]
    if verb == "have" and rest and (rest[0] in ("been", "had", "got") or VERB_FORMS.get(rest[0], ("", ""))[1] == "past"):
        main = next((VERB_FORMS[w][0] for w in rest if w in VERB_FORMS and w not in ("had",)), "be" if rest[0] == "been" else "have")
        return i, main, "perfect", ""
    if verb == "do" and rest and VERB_FORMS.get(rest[0], ("", ""))[1] == "base":
        return i, VERB_FORMS[rest[0]][0], tense, ""
    return i, verb, {"base": "present", "third": "present"}.get(tense, tense), ""
