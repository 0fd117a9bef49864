"""Does the reader's arithmetic agree with the slow way, and does it depend on a text and its wants alone?"""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from upperhand.reader.acts import ACTS, QUESTIONS, ActReader
from upperhand.reader.encoder import Encoder, Text
from upperhand.reader.likeness import FEATURES, likeness
from upperhand.reader.mentions import GRAMS, mentions
from upperhand.reader.named import places_of
from upperhand.reader.names import OTHER, WANT, Name, name_of
from upperhand.reader.network import FAR, HEADS, Floats, Layer, gelu, linear, normed, sigmoid, softmax, through
from upperhand.reader.stance import CLASSES, StanceReader
from upperhand.reader.weights import load_weights

Doubles = NDArray[np.float64]
WIDTH, INNER = 2 * HEADS, 30
NUMBERS = st.floats(-80, 80, width=32)

TEXTS: tuple[Text, ...] = (
    ("", "We need the hall heated before the choir comes."),
    ("Is it the rent then?", "Yes, exactly."),
    ("", "No."),
    ("And parking?", "Not really."),
    ("", "The last tenant left the boiler half dismantled, they want a report, and " + "so on, " * 40 + "and heat."),
    ("", "The rent itself is somebody else's department, I only look after the building and who comes in."),
    ("So which of the two?", "The second, heating!"),
    ("", "屋根は直す 🤗 ..."),
)
WANTS = ("heating: a warm hall by November", "low rent", "parking", "quiet evenings: nobody above at night")


def grams(text: str, names: list[Name]) -> list[list[int]]:
    """The word-grams around each want."""
    out: list[list[int]] = [[] for _ in names]
    for mention in mentions([("", text)], names):
        out[mention.want] += [f for f in mention.features if f < GRAMS]
    return out


def floats(*shape: int, seed: int = 1, size: float = 1.0) -> Floats:
    return np.random.default_rng(seed).normal(0, size, shape).astype(np.float32)


def some_layer(seed: int = 1) -> Layer:
    """A layer of random weights, large enough for attention to be far from even."""
    shapes = ((WIDTH, 3 * WIDTH), (WIDTH, WIDTH), None, (WIDTH, INNER), (INNER, WIDTH), None)
    pairs = [
        (1 + floats(WIDTH, seed=seed + n, size=0.3), floats(WIDTH, seed=seed + n + 20, size=0.3))
        if shape is None
        else (floats(*shape, seed=seed + n, size=0.5), floats(shape[1], seed=seed + n + 20, size=0.3))
        for n, shape in enumerate(shapes)
    ]
    return Layer(*pairs)


# --- the slow way: plain numbers, one place and one head after the other


def slow_norm(x: list[float], scale: Floats, offset: Floats) -> list[float]:
    mean = sum(x) / len(x)
    spread = math.sqrt(sum((v - mean) ** 2 for v in x) / len(x) + 1e-12)
    return [(v - mean) / spread * float(a) + float(b) for v, a, b in zip(x, scale, offset, strict=True)]


def slow_linear(x: list[float], weights: tuple[Floats, Floats]) -> list[float]:
    matrix, offset = weights
    return [sum(x[i] * float(matrix[i, j]) for i in range(len(x))) + float(offset[j]) for j in range(len(offset))]


def slow_softmax(x: list[float]) -> list[float]:
    likely = [math.exp(v - max(x)) for v in x]
    return [v / sum(likely) for v in likely]


def slow_layer(layer: Layer, states: Floats, hidden: list[bool], memory: Floats | None) -> Doubles:
    """One text (length, width) through a layer. ``hidden`` places are looked at by nobody; ``memory`` by everybody."""
    mixed = [slow_linear([float(v) for v in place], layer.qkv) for place in states]
    seen = [row for row, gone in zip(mixed, hidden, strict=True) if not gone]
    seen += [slow_linear([float(v) for v in place], layer.qkv) for place in (memory if memory is not None else ())]
    size = WIDTH // HEADS
    out = []
    for place, row in zip(states, mixed, strict=True):
        heads: list[float] = []
        for head in range(HEADS):
            asks = row[head * size : (head + 1) * size]
            keys = [r[WIDTH + head * size : WIDTH + (head + 1) * size] for r in seen]
            values = [r[2 * WIDTH + head * size : 2 * WIDTH + (head + 1) * size] for r in seen]
            scores = [sum(a * b for a, b in zip(asks, key, strict=True)) / math.sqrt(size) for key in keys]
            shares = slow_softmax(scores)
            heads += [sum(share * value[i] for share, value in zip(shares, values, strict=True)) for i in range(size)]
        told = slow_linear(heads, layer.out)
        x = slow_norm([float(v) + t for v, t in zip(place, told, strict=True)], *layer.norm1)
        risen = [v * (1 + math.erf(v / math.sqrt(2))) / 2 for v in slow_linear(x, layer.up)]
        fallen = slow_linear(risen, layer.down)
        out.append(slow_norm([v + f for v, f in zip(x, fallen, strict=True)], *layer.norm2))
    return np.array(out)


@pytest.mark.parametrize("places", [0, 3])
def test_a_layer_agrees_with_loops_over_places_and_heads(places: int) -> None:
    """Two texts of lengths 4 and 2 side by side, the shorter one padded with rubbish; with and without a memory."""
    layer, x = some_layer(), floats(2, 4, WIDTH, seed=5)
    memory = floats(places, WIDTH, seed=6) if places else None
    bias = np.zeros((2, 1, 1, 4 + places), dtype=np.float32)
    bias[1, :, :, 2:4] = FAR
    found = through(layer, x, bias, memory)
    assert found.dtype == np.float32
    assert found[0] == pytest.approx(slow_layer(layer, x[0], [False] * 4, memory), abs=2e-5)
    assert found[1] == pytest.approx(slow_layer(layer, x[1], [False, False, True, True], memory), abs=2e-5)


def test_padding_is_looked_at_by_nobody() -> None:
    layer, x = some_layer(3), floats(1, 6, WIDTH, seed=7)
    bias = np.zeros((1, 1, 1, 6), dtype=np.float32)
    bias[..., 4:] = FAR
    rubbish = x.copy()
    rubbish[:, 4:] *= -30
    alone = through(layer, x[:, :4], bias[..., :4])
    for padded in (x, rubbish):
        assert through(layer, padded, bias)[:, :4] == pytest.approx(alone, abs=1e-5)


def test_a_memory_is_read_like_places_that_stay_as_they_are() -> None:
    layer, x, memory = some_layer(4), floats(3, 5, WIDTH, seed=8), floats(2, WIDTH, seed=9)
    both = np.concatenate([x, np.broadcast_to(memory, (3, 2, WIDTH))], axis=1)
    none = np.zeros((3, 1, 1, 7), dtype=np.float32)
    assert through(layer, x, none, memory) == pytest.approx(through(layer, both, none)[:, :5], abs=1e-5)
    assert through(layer, x, none, memory[::-1]) == pytest.approx(through(layer, x, none, memory), abs=1e-5)


@given(st.lists(NUMBERS, min_size=1, max_size=8))
def test_softmax_agrees_with_the_slow_way(x: list[float]) -> None:
    given_ = np.array([x, x[::-1]], dtype=np.float32)
    before = given_.copy()
    assert softmax(given_)[0] == pytest.approx(slow_softmax(x), abs=1e-6)
    assert np.array_equal(given_, before), "what is handed in stays as it is"


def test_softmax_bears_the_largest_numbers() -> None:
    x = np.array([[3e38, -3e38, 0], [-1e4, -1e4, -1e4], [88, 89, 90]], dtype=np.float32) / np.float32(2)
    assert softmax(x)[:2] == pytest.approx(np.array([[1, 0, 0], [1 / 3] * 3]), abs=1e-6)
    assert softmax(x).sum(axis=1) == pytest.approx(np.ones(3))


@given(st.lists(NUMBERS, min_size=2, max_size=12), st.integers(0, 99))
def test_layer_norm_agrees_with_the_slow_way(x: list[float], seed: int) -> None:
    weights = floats(len(x), seed=seed), floats(len(x), seed=seed + 1)
    if np.ptp(x) > 1e-2:
        found = normed(np.array([x], dtype=np.float32), weights)[0]
        assert found == pytest.approx(slow_norm(x, *weights), abs=1e-3, rel=1e-3)


def test_layer_norm_of_what_is_all_alike_is_the_offset() -> None:
    weights = floats(8), floats(8, seed=2)
    assert np.array_equal(normed(np.full((2, 8), 3.0, dtype=np.float32), weights), np.stack([weights[1]] * 2))


def test_gelu_and_sigmoid_agree_with_the_functions_themselves() -> None:
    x = np.linspace(-12, 12, 4801, dtype=np.float32)
    exact = [float(v) * (1 + math.erf(float(v) / math.sqrt(2))) / 2 for v in x]
    assert gelu(x) == pytest.approx(exact, abs=2e-6)
    assert gelu(np.array([-80, 0, 80], dtype=np.float32)) == pytest.approx([0, 0, 80])
    assert sigmoid(x) == pytest.approx([1 / (1 + math.exp(-float(v))) for v in x], abs=1e-6)
    assert sigmoid(np.array([-80, 80], dtype=np.float32)) == pytest.approx([0, 1])


def test_a_product_goes_over_the_last_axis_only() -> None:
    x, weights = floats(2, 3, 5), (floats(5, 4, seed=2), floats(4, seed=3))
    assert linear(x, weights) == pytest.approx(np.einsum("abi,ij->abj", x, weights[0]) + weights[1], abs=1e-5)


# --- what goes into the network beside the words


def test_likeness_by_hand() -> None:
    """Cosines .8 and .6 with two wants; "heating" shares its first five letters with "heated", "parking" nothing."""
    wants = np.array([[1, 0], [0, 1]], dtype=np.float32)
    found = likeness(np.array([0.8, 0.6], dtype=np.float32), wants, "a heated hall", ("heated: hall", "parking"))
    share = 1 / (1 + math.exp(-2))
    by_hand = [[3.2, 0.8, 0.8, share, 2, math.log(4)], [2.4, -0.8, -0.8, 1 - share, 0, math.log(4)]]
    assert found.shape == (2, FEATURES)
    assert found == pytest.approx(np.array(by_hand), abs=1e-5)


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_likeness_has_no_first_want(order: tuple[int, ...]) -> None:
    wants, names = floats(3, 8), ("late checkout", "a window table", "checkout fees")
    one = likeness(floats(8, seed=4), wants, "the checkout table", names)
    other = likeness(floats(8, seed=4), wants[list(order)], "the checkout table", tuple(names[k] for k in order))
    assert other == pytest.approx(one[list(order)], abs=1e-6)


def test_renaming_the_things_changes_no_gram() -> None:
    """What stands around a name is all that is seen of it, so nothing can be learnt about one thing."""
    plain = "We need {} badly, but {} we have. Four {}, please!"
    seen = [
        grams(plain.format(a, b, a), [name_of(a), name_of(f"{b}: in a few words")])
        for a, b in (("firewood", "water"), ("tiles", "paint"), ("invoice", "Parking"))
    ]
    assert seen[0] == seen[1] == seen[2]
    assert seen[0][0] and seen[0][1] and seen[0][0] != seen[0][1]
    assert grams("We need it badly", [name_of("tiles")]) == [[]]


def test_a_want_is_told_from_the_others() -> None:
    names = [name_of("tiles"), name_of("paint")]
    (one, other), (turned, _) = (
        grams(f"I take the {a} over the {b}", names) for a, b in (("tiles", "paint"), ("paint", "tiles"))
    )
    assert one != other and turned == other


def test_names_are_masked_and_all_else_stays() -> None:
    names = [name_of("evening slots"), name_of("a van driver: with a licence"), name_of("van")]
    said = "No evening slots? Then keep the vans (all of them)... Slots at noon are no use!"
    found = {m.want: m for m in mentions([("And the van drivers?", said)], names)}
    keep, use = "(all of them)...", "at noon are no use!"
    assert {want: m.text for want, m in found.items()} == {
        0: f"No {WANT}? Then keep the {OTHER} {keep} {WANT} {use}",
        1: f"No {OTHER}? Then keep the {WANT} {keep} {OTHER} {use}",
        2: f"No {OTHER}? Then keep the {WANT} {keep} {OTHER} {use}",
    }
    assert found[0].context == f"And the {OTHER}?" and found[1].context.startswith(f"And the {WANT}")
    assert found[1].features == () and found[0].features and found[2].features, "only the turn before names the driver"


def test_a_name_that_two_wants_share_is_masked_whichever_is_first() -> None:
    names, said = [name_of("van"), name_of("van insurance")], "The van insurance is dear."
    one = {names[m.want]: (m.text, sorted(m.features)) for m in mentions([("", said)], names)}
    other = {names[::-1][m.want]: (m.text, sorted(m.features)) for m in mentions([("", said)], names[::-1])}
    assert one == other and set(one) == set(names)


def test_the_masked_want_is_looked_for_in_the_turn_first() -> None:
    assert places_of([1, 7, 2, 7, 3], [1, 0, 0, 1, 1], {7}) == [3]
    assert places_of([1, 7, 2, 5, 3], [1, 0, 0, 1, 1], {7}) == [1]
    assert places_of([1, 5], [1, 1], {7}) == [0]


# --- the network as it ships: what holds whatever it has learnt


@pytest.fixture(scope="module")
def stance() -> StanceReader:
    return StanceReader(Encoder())


def test_the_weights_are_numbers() -> None:
    for name, array in load_weights().items():
        assert array.dtype == np.float32 and np.isfinite(array).all(), name


def test_a_reading_is_made_of_chances(stance: StanceReader) -> None:
    read = stance.read(TEXTS, WANTS)
    assert read.chances.shape == (len(TEXTS), len(WANTS), len(CLASSES))
    assert read.evidence.shape == (len(TEXTS), len(WANTS)) and read.unlisted.shape == (len(TEXTS),)
    assert (read.chances >= 0).all() and read.chances.sum(axis=2) == pytest.approx(1, abs=1e-5)
    assert ((read.unlisted >= 0) & (read.unlisted <= 1)).all() and np.isfinite(read.evidence).all()
    nobody = stance.read([], WANTS)
    assert nobody.chances.shape == (0, len(WANTS), len(CLASSES)) and nobody.evidence.shape == (0, len(WANTS))


def test_who_is_read_beside_a_text_changes_nothing(stance: StanceReader) -> None:
    together = stance.read(TEXTS, WANTS)
    again = stance.read(TEXTS[::-1], WANTS)
    assert again.chances[::-1] == pytest.approx(together.chances, abs=1e-4)
    for n, text in enumerate(TEXTS):
        alone = StanceReader(Encoder()).read([text], WANTS)
        assert alone.chances[0] == pytest.approx(together.chances[n], abs=1e-4)
        # the order in which wants come up counts, so only the first text adds the same by itself
        assert n or alone.evidence[0] == pytest.approx(together.evidence[n], abs=1e-3)
        assert alone.unlisted[0] == pytest.approx(together.unlisted[n], abs=1e-4)


@given(st.permutations(range(len(WANTS))))
@settings(max_examples=6)
def test_the_order_of_the_wants_changes_nothing(order: list[int]) -> None:
    reader = StanceReader(Encoder())
    one, other = reader.read(TEXTS[:4], WANTS), reader.read(TEXTS[:4], [WANTS[k] for k in order])
    assert other.chances == pytest.approx(one.chances[:, order], abs=1e-4)
    assert other.evidence == pytest.approx(one.evidence[:, order], abs=1e-3)
    assert other.unlisted == pytest.approx(one.unlisted, abs=1e-4)


def test_what_was_read_once_is_remembered_as_it_was(stance: StanceReader) -> None:
    assert np.array_equal(stance.read(TEXTS, WANTS).chances, stance.read(TEXTS, WANTS).chances)


def test_a_turn_is_not_read_without_the_one_it_leans_on(stance: StanceReader) -> None:
    """The context is looked at: the same answer to two questions is two readings."""
    read = stance.read([("Is it the heating?", "Yes, exactly."), ("Is it the parking?", "Yes, exactly.")], WANTS)
    assert np.abs(read.chances[0] - read.chances[1]).max() > 1e-5


def test_the_acts_of_a_turn_do_not_depend_on_its_neighbours() -> None:
    texts = [*TEXTS, ("", "What matters most to you? " + "We have three offers on the table already. " * 12)]
    together = ActReader(Encoder()).read(texts)
    assert together.acts.shape == (len(texts), len(ACTS)) and together.questions.shape == (len(texts), len(QUESTIONS))
    assert ((together.acts >= 0) & (together.acts <= 1)).all()
    assert together.questions.sum(axis=1) == pytest.approx(1, abs=1e-5)
    for n in (0, 1, 4, 8):
        alone = ActReader(Encoder()).read([texts[n]])
        assert alone.acts[0] == pytest.approx(together.acts[n], abs=1e-4)
        assert alone.questions[0] == pytest.approx(together.questions[n], abs=1e-4)
