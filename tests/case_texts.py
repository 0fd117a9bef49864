"""The case of the design page, word for word, and one that uses every key, in several scripts."""

# ruff: noqa: E501 (the page has longer lines)
from __future__ import annotations

GUTTERS = """upperhand: 1
title: Gutters after the storm
as_of: 2026-05-04                   # clock for ages and decay; default: date of the latest evidence
unit: EUR                           # or points
me: {name: Dana, role: contractor, represents: null, authority: full, size: small}
them: {name: Mr. Ortiz, role: apartment manager, certainty: unsure, vulnerable: no}
                                    # certainty per person or per want: unsure 4, open 20, settled 200, or a number (theory.md 2.6)
reference: {basis: standard, price: 1500, start: this week}      # basis: standard | precedent | on_the_table | gross_split
wants:                              # theirs, in their words; weight = first guess (missing 1)
  dry walls: {says: "stop the water before the next storm", weight: [3, 5, 8]}
  low price: {}
issues:
  price: {from: 900, to: 2600, step: 50, is_price: true, better_for_me: higher, serves: {low price: falling}}
  start:
    options: [tomorrow, this week, in two weeks]
    serves: {dry walls: {tomorrow: 1, this week: 0.8, in two weeks: 0.2}}
mine:
  cost: 900
  issues: {start: {tomorrow: -120, this week: 0, in two weeks: 40}}          # EUR to me
  alternatives: [{name: other job, worth: 450, chance: 80%, when: 0 days, visible_to: [me]}]
  otherwise: 0                      # status quo; also waiting, patience as below
theirs:
  worth: 4000                       # all but the price, at the reference terms; `mine` may have worth, `theirs` cost
  issues: {}                        # worth of single options to them where known, as in `mine` (in points: the whole value)
  alternatives: [{name: other contractor, worth: 2200, chance: 60%, when: 2 weeks, switch_cost: 0, same_event: null, serves: {dry walls: 0.5}}]
  otherwise: 400                    # a makeshift; pays no waiting
  waiting: 50 per day               # each alternative pays its own: 2200 - 14 x 50 = 1500
  patience: 0% per week             # r of theory.md
features:                           # what I can bring, for any lever
  five-year seal: {serves: {dry walls: 0.9}, cost: 60, worth_to_them: [50, 120, 200], benefit: "no repeat visit",
                   drawback: "takes a dry day", proof: warranty sheet, true_on: 2026-04-30}
  roof renewal: {showcase: true, derivative: five-year seal, cost: 9000}
possibilities: [{want: quiet tenants, says: "no ladder noise before nine", serves: {start: {in two weeks: 1}}}]
relationship:
  continues: 100%
  me:   {worth: 0, lost_if_refused: 0%}
  them: {worth: 300, lost_if_refused: 0%}
future:
  - {name: half-yearly cleaning, for: me, arises: if_agreed, margin: 250, every: 6 months, times: 6, discount: 5%, credible: 50%, counted: no}
                                    # arises: if_agreed (F) | lost_if_refused (Rel); counted: no = an allusion, shown as a what-if only
acts: [{do: "ask how the tenants are coping", kind: listening, referent: "tenants' letter", cost: 0, attested: yes}]
facts: [{text: "warranty covers re-sealing for five years", true: yes, date: 2026-04-30, source: warranty sheet, would_change_their_mind: no}]
drafts: ["Another client wants Tuesday, so I need an answer today."]
evidence:                           # what moves beliefs; notes carry the same fields in a light markup
  - {id: e1, kind: statement, want: dry walls, polarity: needs, quote: "if it rains again I lose the ground floor", source: call.vtt, line: 12,
     when: 2026-05-02, who: Mr. Ortiz, origin: call, confidence: 90%, visible_to: [me, them]}
  # comparison {over: [a, b]} · denial {want} · rating {want, score, out_of} · dwell {seconds: {w: s}, complexity: {w: x}}
  # revisit {counts: {w: n}, size: {w: x}} · purchase {category, count, exposure, serves} · offer {package, cost_to_them}
  # menu_choice {shown: [...], chosen} · response {package, answer: accept|reject} · informant {name, reliability, claim: {...}}
"""

EVERYTHING = """upperhand: 1
title: "Новый склад, 新仓库, مستودع جديد 📦"
unit: EUR
me: {name: Ольга Петрова, role: продавец}
them: {name: 王小明, role: 买家, certainty: 12.5, vulnerable: no}
reference:
  basis: on_the_table
  price: 1500
  срок: сразу
  монтаж: yes
wants:
  быстро: {says: "нам нужно до лета", weight: [1, 2, 4], certainty: open}
  便宜: {weight: 2}
  "yes": {}
issues:
  price: {from: 1000, to: 2000.5, step: 0.5, is_price: true, better_for_me: higher, serves: {便宜: falling}}
  срок:
    options: [сразу, потом, 2026-06-01, 1.50, no]
    serves: {быстро: {сразу: 100%, потом: 0.2, 2026-06-01: 0.5}, "yes": {no: 1}}
mine:
  cost: {is: 700, visible_to: [me], prior: [600, 800, 1000]}
  issues: {срок: {сразу: -50, 1.5: 3}, price: {1000: 0, 2000: 10}}
  alternatives:
    - {name: другой покупатель, worth: [900, 1000, 1200], chance: {yes: 6, no: 4}, when: [1 week, 2 weeks, 1 month], same_event: рынок}
    - name: ждать
      worth: 300
      visible_to: me
      same_event: рынок
  otherwise: 0
  waiting: 70 per week
  patience: 1% per month
theirs:
  worth: {is: [1500, 2000, 3000], visible_to: [them], prior: 1800}
  alternatives: [{name: 别家, worth: 400, chance: [20%, 40%, 60%], when: 36 hours, switch_cost: [0, 10, 20], serves: {便宜: 0.3}}]
  waiting: [10 per day, 20 per day, 140 per week]
features:
  монтаж: {serves: {быстро: 0.5}, cost: 40, included: yes}
  показ: {showcase: true, derivative: монтаж, worth_to_them: [1, 2, 3], true_on: 2026-04-30, benefit: b, drawback: d, proof: p}
rules:
  - "срок = no only if монтаж or price at most 1500.5"
  - exactly 1 of: показ, срок = 2026-06-01, срок = сразу
possibilities: [{want: тишина, says: "по ночам", serves: {срок: {потом: 1}}}]
relationship: {continues: 90%, me: {worth: 10, lost_if_refused: 5%}, them: {worth: [1, 2, 3], lost_if_refused: {yes: 1, no: 9}}}
future:
  - {name: сервис, for: me, margin: 250, every: 3 months, times: 4, discount: 5% per year, credible: 50%}
  - {name: 退货, for: them, arises: lost_if_refused, margin: [1, 2, 3], every: 1 year, discount: [1%, 2%, 3%], counted: no, visible_to: [them]}
acts: [{do: слушать, kind: listening}]
facts: [{text: "гарантия 5 лет", true: no, would_change_their_mind: yes}]
drafts:
  - Другой клиент ждёт.
  - {text: "Есть на складе.", answers: "Когда?"}
evidence:
  - {kind: statement, want: быстро, quote: "до лета", source: notes.md, when: 2026-05-02}
  - {kind: comparison, over: [быстро, 便宜], source: звонок, when: 2026-05-03}
  - {kind: denial, want: 便宜, source: звонок}
  - {kind: rating, want: быстро, score: 4, out_of: 5, source: звонок}
  - {kind: dwell, seconds: {быстро: 30, 便宜: 4.5}, complexity: {быстро: 1}, source: views.csv}
  - {kind: revisit, counts: {быстро: 3, 便宜: 0}, size: {быстро: 2}, source: views.csv}
  - {kind: purchase, category: лампы, count: 2, exposure: 1.5, serves: {быстро: 0.5}, source: orders.csv}
  - {kind: offer, package: {price: 1200, срок: сразу}, cost_to_them: 30, source: звонок}
  - {kind: menu_choice, shown: [{price: 1500, срок: сразу}, {price: 1400, срок: потом, features: [монтаж]}], chosen: 2, source: звонок}
  - {kind: menu_choice, shown: [{price: 1500}, {price: 1400}], chosen: {price: 1400}, source: звонок}
  - {kind: ranking, shown: [{price: 1500, срок: сразу}, {price: 1400, features: [монтаж]}, {срок: 1.50}], order: [3, [1, 2]], source: звонок}
  - {kind: response, package: {price: 1800, монтаж: yes}, answer: reject, source: звонок}
  - {kind: feedback, package: {price: 1800, срок: потом}, than: {price: 1900}, better_on: [price], worse_on: [срок, монтаж], source: звонок}
  - {kind: informant, name: Анна, reliability: 60%, claim: {over: [быстро, "yes"]}, source: Анна, confidence: 0.5, visible_to: [me]}
"""
