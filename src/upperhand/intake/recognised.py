"""Which turns did a speech recogniser write: WhisperX, Deepgram, AssemblyAI?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from upperhand.intake.jsontext import Places
from upperhand.intake.seconds import seconds_of
from upperhand.intake.spoken import UNKNOWN, Piece
from upperhand.intake.turnlists import speaker_in, speaker_name, text_in, times_in, turn, turns_of
from upperhand.model.talk import Turn


def is_whisper(data: Any) -> bool:
    """Whether an object is what Whisper or WhisperX writes: segments with start, end and text."""
    segments = data.get("segments") if isinstance(data, dict) else None
    return isinstance(segments, list) and any(
        isinstance(s, dict) and "text" in s and "start" in s and "end" in s for s in segments
    )


def whisper(data: Mapping[str, Any], places: Places) -> list[Turn]:
    """The turns of WhisperX: segments of one speaker in a row are joined by a blank."""
    pieces: list[Piece] = []
    for said in turns_of(data["segments"], places):
        last = pieces[-1] if pieces else None
        if last is None or last.speaker != said.speaker or said.speaker == UNKNOWN:
            last = Piece(said.speaker, said.start, said.end, said.line)
            pieces.append(last)
        last.end = said.end if said.end is not None else last.end
        if said.text:
            last.texts.append((said.text, said.line))
    return [piece.turn(" ") for piece in pieces]


def is_deepgram(data: Any) -> bool:
    """Whether an object is what Deepgram writes."""
    results = data.get("results") if isinstance(data, dict) else None
    return isinstance(results, dict) and any(isinstance(results.get(key), list) for key in ("utterances", "channels"))


def deepgram(data: Mapping[str, Any], places: Places) -> list[Turn]:
    """The turns of Deepgram: its utterances, else the paragraphs, else the words of each channel."""
    results = data["results"]
    utterances = results.get("utterances")
    if isinstance(utterances, list) and any(text_in(item) is not None for item in utterances):
        return turns_of(utterances, places)
    channels = results.get("channels")
    found = [turn for number, best in _alternatives(channels) for turn in _channel(number, best, places)]
    many = isinstance(channels, list) and len(channels) > 1
    if many and all(turn.start is not None for turn in found):
        found.sort(key=lambda turn: turn.start or 0.0)
    return found


def _alternatives(channels: Any) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The best alternative of every channel."""
    for number, channel in enumerate(channels if isinstance(channels, list) else ()):
        choices = channel.get("alternatives") if isinstance(channel, dict) else None
        if isinstance(choices, list) and choices and isinstance(choices[0], dict):
            yield number, choices[0]


def _channel(number: int, best: Mapping[str, Any], places: Places) -> list[Turn]:
    paragraphs = best.get("paragraphs")
    blocks = paragraphs.get("paragraphs") if isinstance(paragraphs, dict) else paragraphs
    turns = [t for block in (blocks if isinstance(blocks, list) else ()) for t in _paragraph(number, block, places)]
    if turns:
        return turns
    words = best.get("words")
    if isinstance(words, list) and any(isinstance(w, dict) and "speaker" in w for w in words):
        return list(_from_words(words))
    text = text_in(best)
    return [turn(f"Speaker {number}", text, (None, None), places)] if text else []


def _paragraph(number: int, block: Any, places: Places) -> Iterator[Turn]:
    if not isinstance(block, dict):
        return
    name = speaker_in(block) or f"Speaker {number}"
    sentences = block.get("sentences")
    parts = [s for s in (sentences if isinstance(sentences, list) else ()) if text_in(s) is not None]
    if not parts:
        text = text_in(block)
        if text is not None:
            yield turn(name, text, times_in(block), places)
        return
    start, end = times_in(block)
    piece = Piece(name, start, end)
    for sentence in parts:
        said = turn(name, text_in(sentence) or "", times_in(sentence), places)
        piece.start = said.start if piece.start is None else piece.start
        piece.end = said.end if end is None else piece.end
        if said.text:
            piece.texts.append((said.text, said.line))
        piece.line = piece.line if piece.line is not None else said.line
    yield piece.turn(" ")


def _from_words(words: Sequence[Any]) -> Iterator[Turn]:
    piece: Piece | None = None
    for word in words:
        text = _word(word)
        if text is None:
            continue
        name = speaker_name(word.get("speaker")) or UNKNOWN
        if piece is None or piece.speaker != name:
            if piece is not None:
                yield piece.turn(" ")
            piece = Piece(name, seconds_of(word.get("start")))
        piece.texts.append((text, None))
        piece.end = seconds_of(word.get("end"))
    if piece is not None:
        yield piece.turn(" ")


def _word(word: Any) -> str | None:
    told = word if isinstance(word, dict) else {}
    return next((told[key] for key in ("punctuated_word", "word", "text") if isinstance(told.get(key), str)), None)


def is_assembly(data: Any) -> bool:
    """Whether an object is what AssemblyAI writes: utterances in milliseconds."""
    if not isinstance(data, dict) or not isinstance(data.get("utterances"), list):
        return False
    marks = ("audio_duration", "audio_url", "language_model", "acoustic_model", "speaker_labels")
    return any(key in data for key in marks)


def assembly(data: Mapping[str, Any], places: Places) -> list[Turn]:
    """The turns of AssemblyAI, with times in seconds."""
    return turns_of(data["utterances"], places, milliseconds=True)
