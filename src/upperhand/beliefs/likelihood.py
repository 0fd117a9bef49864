"""How likely is each kind of evidence, if these were their weights?

Every function takes particles ``w`` of shape (n, K), rows on the simplex, and returns log-likelihoods of shape (n,).
``c`` in [0, 1] is the confidence in the piece (times the reliability of an informant): what they did came from the
model with chance c, and from a background that knows nothing of the weights with chance 1 - c (theory.md 5.2). So
c = 0 is the same number for every particle, and no piece moves the odds by more than its background allows.
Formulas: theory.md 5.3 with the constants of design point 10; docs/theory/belief.md.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from upperhand.beliefs import constants
from upperhand.value.response import ACCEPTANCE_SCALE, log_softmax

Floats = NDArray[np.float64]


def mixture(model: Floats, background: Floats | float, c: float) -> Floats:
    """log(c e^model + (1 - c) e^background), shape of ``model``. ``background`` may be minus infinity."""
    if c >= 1.0:
        return model
    if c <= 0.0:
        return np.full_like(model, 0.0) + background
    with np.errstate(invalid="ignore"):
        return np.logaddexp(math.log(c) + model, math.log1p(-c) + background)


def log_gamma(x: Floats) -> Floats:
    """log Gamma(x) for x > 0, to about 1e-11: shifted up by 8, then Stirling's series."""
    rising = x * (x + 1) * (x + 2) * (x + 3) * (x + 4) * (x + 5) * (x + 6) * (x + 7)
    y = x + 8.0
    square = y * y
    series = (1 / 12 - (1 / 360 - (1 / 1260 - 1 / 1680 / square) / square) / square) / y
    return np.asarray((y - 0.5) * np.log(y) - y + 0.5 * math.log(2 * math.pi) + series - np.log(rising))


def log_sigmoid(x: Floats) -> Floats:
    """log(1 / (1 + e^-x)), finite for every finite x."""
    return np.asarray(-np.logaddexp(0.0, -x))


def named(w: Floats, k: int, c: float) -> Floats:
    """They said that want ``k`` matters: softmax(beta w)_k against a want named at random, 1/K."""
    return mixture(log_softmax(constants.BETA_WORDS * w)[:, k], -math.log(w.shape[1]), c)


def dismissed(w: Floats, k: int, c: float) -> Floats:
    """They said that they can do without want ``k``: softmax(-beta w)_k against 1/K."""
    return mixture(log_softmax(-constants.BETA_WORDS * w)[:, k], -math.log(w.shape[1]), c)


def ordered(w: Floats, scores: Floats) -> Floats:
    """Words together scored the wants: the Plackett-Luce chance of each particle's order of them.

    ``scores`` (K,) are log-strengths; the chance is the product over places i of e^s(i) / sum of e^s over the places
    from i on (Plackett 1975, Luce 1959). Words tell the order of wants and not how far apart they are, so particles of
    one order stay alike.
    """
    return chance_of(np.argsort(-w, axis=1, kind="stable"), scores)


def chance_of(orders: NDArray[np.intp], scores: Floats) -> Floats:
    """Log-chance of each order (n, K), best first, given the scores (K,): shape (n,)."""
    sorted_ = scores[orders]
    rest = np.logaddexp.accumulate(sorted_[:, ::-1], axis=1)[:, ::-1]
    return np.asarray((sorted_ - rest).sum(axis=1))


def ways_to_share(stock: NDArray[np.int_], amount: int) -> NDArray[np.int_] | None:
    """Every way to take ``amount`` things in all out of ``stock`` (K,): shape (ways, K).

    ``None`` where there are too many to list.
    """
    if math.prod(int(n) + 1 for n in stock) > constants.LISTED:
        return None
    grid = np.stack(np.meshgrid(*(np.arange(n + 1) for n in stock), indexing="ij"), axis=-1).reshape(-1, len(stock))
    return np.asarray(grid[grid.sum(axis=1) == amount])


def shared_out(w: Floats, columns: NDArray[np.intp], gets: Floats, ways: Floats, c: float) -> Floats:
    """They asked for the shares ``gets`` (k,) of the wants in ``columns``, out of all ``ways`` (m, k) to ask so much.

    softmax(beta w.g) over the ways, so that greed is not taken for weight (theory.md 5.3d), against one at random.
    """
    among = w[:, columns]
    every = constants.BETA_OFFERS * (among @ ways.T)
    top = every.max(axis=1)
    total = top + np.log(np.exp(every - top[:, np.newaxis]).sum(axis=1))
    return mixture(constants.BETA_OFFERS * (among @ gets) - total, -math.log(len(ways)), c)


def preferred(w: Floats, a: int, b: int, c: float) -> Floats:
    """They put want ``a`` over want ``b``: sigma(beta (w_a - w_b)) against 1/2."""
    return mixture(log_sigmoid(constants.BETA_WORDS * (w[:, a] - w[:, b])), -math.log(2.0), c)


def rated(w: Floats, k: int, share: float, c: float) -> Floats:
    """They scored want ``k`` at ``share`` of the scale: N(share; w_k / max w, .2) against uniform on [0, 1]."""
    spread = constants.RATING_SPREAD
    z = (share - w[:, k] / w.max(axis=1)) / spread
    background = 0.0 if 0.0 <= share <= 1.0 else -math.inf
    return mixture(-0.5 * z * z - math.log(spread * math.sqrt(2 * math.pi)), background, c)


def dwelt(w: Floats, looked: NDArray[np.intp], log_seconds: Floats, complexity: Floats, c: float) -> Floats:
    """They looked at what serves the wants ``looked`` (m,) for exp(log_seconds) (m,) seconds.

    log t_k ~ N(mu + psi w_k + zeta complexity_k, sigma^2) with mu integrated out under a flat prior, which leaves the
    deviations from the mean; background psi = 0. The constant that both share is left out. m = 1 says nothing.
    """
    rest = log_seconds - constants.DWELL_COMPLEXITY * complexity
    drawn = rest - constants.DWELL_SLOPE * w[:, looked]
    twice = 2.0 * constants.DWELL_SPREAD**2
    model = -((drawn - drawn.mean(axis=1, keepdims=True)) ** 2).sum(axis=1) / twice
    return mixture(model, -float(((rest - rest.mean()) ** 2).sum()) / twice, c)


def revisited(w: Floats, counts: Floats, size: Floats, c: float) -> Floats:
    """They came back ``counts`` (K,) times to what serves each want, of visual ``size`` (K,), 0 where not in view.

    Dirichlet-multinomial with alpha = 10 softmax(psi' w + log size); background psi' = 0. The multinomial
    coefficient, the same for both, is left out.
    """
    seen = size > 0
    pull = np.log(size[seen])
    n = counts[seen]
    model = _dirichlet_multinomial(constants.REVISIT_SLOPE * w[:, seen] + pull, n)
    return mixture(model, float(_dirichlet_multinomial(pull[np.newaxis, :], n)[0]), c)


def _dirichlet_multinomial(utilities: Floats, n: Floats) -> Floats:
    total = constants.REVISIT_CONCENTRATION
    alpha = np.maximum(total * np.exp(log_softmax(utilities)), 1e-300)
    came = n > 0
    rising = (log_gamma(alpha[:, came] + n[came]) - log_gamma(alpha[:, came])).sum(axis=1)
    return np.asarray(rising + math.lgamma(total) - math.lgamma(total + float(n.sum())))


def bought(w: Floats, serves: Floats, usual: float, count: int, exposure: float, c: float) -> Floats:
    """They bought ``count`` times where an average buyer buys ``exposure`` > 0 times.

    y ~ Poisson(exposure exp(psi (serves @ w - usual)) lambda), lambda ~ Gamma(2, mean 1): a negative binomial.
    ``serves`` (K,) in [0, 1]; ``usual`` is serves @ prior mean. Background psi = 0.
    """
    log_mean = math.log(exposure) + constants.PURCHASE_SLOPE * (w @ serves - usual)
    model = _negative_binomial(log_mean, count)
    return mixture(model, float(_negative_binomial(np.array([math.log(exposure)]), count)[0]), c)


def _negative_binomial(log_mean: Floats, count: int) -> Floats:
    r = constants.PURCHASE_SHAPE
    ways = math.lgamma(count + r) - math.lgamma(r) - math.lgamma(count + 1.0)
    both = np.logaddexp(math.log(r), log_mean)
    return np.asarray(ways + r * (math.log(r) - both) + count * (log_mean - both))


def chose(w: Floats, served: Floats, ways: Floats, chosen: int, c: float) -> Floats:
    """They chose row ``chosen`` of ``served`` (m, K), the services of the packages they could have had.

    softmax(beta w.v)_chosen against a package taken at random. ``ways`` (m,) counts the packages that serve them
    exactly alike, so that a row may stand for several; the likelihood is of one of them.
    """
    gain = constants.BETA_OFFERS * (w @ (served - served[chosen]).T)
    np.exp(gain, out=gain)
    return mixture(-np.log(gain @ ways), -math.log(float(ways.sum())), c)


def ranked(w: Floats, served: Floats, order: Sequence[Sequence[int]], c: float) -> Floats:
    """They put the packages of ``served`` (m, K) in this order: groups of rows, best first, the rest after them all.

    Plackett-Luce with strengths exp(beta w.v): each place goes to one of those left by softmax (Plackett 1975, Luce
    1959). Within a group the order was not told, so the chances of all its orders are summed; of the rest likewise.
    Background: every order is as likely. A single group of one row is a choice.
    """
    utility = constants.BETA_OFFERS * (w @ served.T)
    strength = np.exp(utility - utility.max(axis=1, keepdims=True))
    left = list(range(len(served)))
    model, background = np.zeros(len(w)), 0.0
    for group in order:
        model = model + np.log(_first(strength[:, left], [left.index(i) for i in group]))
        background -= math.log(math.comb(len(left), len(group)))
        left = [i for i in left if i not in group]
    return mixture(model, background, c)


def _first(strength: Floats, group: Sequence[int]) -> Floats:
    """The chance (n,) that the columns ``group`` of ``strength`` (n, m) take the first places, in whatever order.

    By subsets: the last of those that are in came after the others of its subset, out of all that were not in yet.
    """
    rest = np.delete(strength, list(group), axis=1).sum(axis=1)
    chances = {0: np.ones(len(strength))}
    for subset in range(1, 2 ** len(group)):
        inside = [j for j in range(len(group)) if subset >> j & 1]
        outside = rest + strength[:, [group[j] for j in range(len(group)) if j not in inside]].sum(axis=1)
        chances[subset] = np.asarray(
            sum(chances[subset ^ (1 << j)] * strength[:, group[j]] / (outside + strength[:, group[j]]) for j in inside)
        )
    return chances[2 ** len(group) - 1]


def better(w: Floats, gains: Sequence[Floats], c: float) -> Floats:
    """They said of parts of a package whether they are better or worse than others.

    ``gains`` holds for each part the services gained (m, K) against the m choices that may stand in its place, with
    the sign turned where it is worse: sigma(beta w.gain), on average over the m, against 1/2 for each part
    (theory.md 5.3e). Only what a part does to the wants it serves tells anything; that it was mentioned does not.
    """
    model = np.zeros(len(w))
    for gain in gains:
        model = model + np.log(np.exp(log_sigmoid(constants.BETA_OFFERS * (w @ gain.T))).mean(axis=1))
    return mixture(model, -len(gains) * math.log(2.0), c)


def answered(surplus: Floats, accepted: bool, c: float) -> Floats:
    """They answered a package that leaves them ``surplus`` (n,), in shares of R_B: sigma(surplus / .1) against 1/2."""
    lean = np.clip(surplus / ACCEPTANCE_SCALE, -700.0, 700.0)
    return mixture(log_sigmoid(lean if accepted else -lean), -math.log(2.0), c)
