"""Which numbers do the likelihoods stand on, and where does each come from?

All are working values of the design ("what the numbers mean", points 9 and 10), to be fitted on data by later work;
nothing else in the room holds a constant of its own. docs/theory/belief.md says what each of them means in practice.
Weights live on the simplex, services in [0, 1].
"""

from __future__ import annotations

from upperhand.value.response import CHOICE_SLOPE

PRIOR_STRENGTH = 1.5
"""alpha_0 per want: the prior is Dirichlet(1.5 K m), a weak one (theory.md 5.1, formula 16)."""

BETA_WORDS = 8.0
"""Softmax slope of statements, denials and comparisons (design point 10; the synthetic runs of theory.md 5.4)."""

BETA_OFFERS = CHOICE_SLOPE
"""Softmax slope of offers, of choices from a menu and its rankings, and of feedback on parts of a package, on services
in [0, 1] (design point 10)."""

TIED = 8
"""Most packages that a ranking may leave in one group: their orders are summed over."""

RATING_SPREAD = 0.2
"""Standard deviation of a rating, as a share of its scale (design point 10)."""

DWELL_SLOPE = 2.0
DWELL_COMPLEXITY = 1.0
DWELL_SPREAD = 0.8
"""psi, zeta and sigma of log seconds; the level mu is integrated out (design point 10, theory.md 5.3b)."""

REVISIT_SLOPE = 4.0
REVISIT_CONCENTRATION = 10.0
"""psi' and the concentration of the Dirichlet-multinomial of revisits (design point 10, theory.md 5.3b)."""

PURCHASE_SLOPE = 2.0
PURCHASE_SHAPE = 2.0
"""psi and the shape of the Gamma rate of purchases (design point 10, theory.md 5.3c)."""

HALF_LIFE_WORDS = 365.0
HALF_LIFE_BEHAVIOUR = 180.0
"""Days after which words, and behaviour, weigh half (design point 9)."""

BEHAVIOUR_FACTOR = 0.4
"""What behaviour weighs beside words: a look partly follows a choice already made (design point 9, theory.md 5.3b)."""

NEAR_COST = 0.1
"""Share of the range of cost within which two packages cost them nearly the same (theory.md 5.3d)."""

COMPARED = 512
LISTED = 16_384
"""Most packages an offer is compared with, and most that are listed to find them."""

LEVELS = 101
"""Most steps into which a range is cut."""

LEAST_GUESS = 1e-4
"""Least share of the first guess a want may have: below it a Dirichlet has no weight that a computer can hold."""
