PY = .venv/bin/python

.PHONY: check test lint types demo bench bench-offers bench-reading bench-solvers fuzz schema lock docs pictures

check:   ; python3 dev.py test
demo:    ; python3 dev.py demo
test:    .venv/stamp ; $(PY) -m pytest
lint:    .venv/stamp ; $(PY) -m ruff check .
types:   .venv/stamp ; $(PY) -m mypy
bench:   .venv/stamp ; $(PY) benchmarks/brief.py && $(PY) -m benchmarks.guards --split all && $(PY) -m benchmarks.sbc && $(PY) -m benchmarks.menus
bench-reading: .venv/stamp ; $(PY) -m benchmarks.reading
bench-offers: .venv/stamp ; $(PY) -m benchmarks.frontier_oracle && $(PY) -m benchmarks.rules_between_issues && $(PY) -m benchmarks.offers_belief
bench-solvers: .solvers/stamp ; PYTHONPATH=src:. .solvers/bin/python -m benchmarks.solvers
fuzz:    .venv/stamp ; $(PY) -m tests.fuzz_read --cases 20000 --seed 1 && $(PY) -m tests.fuzz_formats --cases 20000 --seed 1 && $(PY) -m pytest --hypothesis-profile=fuzz
docs:    .venv/stamp ; $(PY) -m pytest tests/test_documents.py tests/test_architecture.py
pictures: .venv/stamp ; $(PY) docs/pictures.py
schema:  .venv/stamp ; $(PY) -m upperhand.casefile.schema_text
lock:    .venv/stamp ; .tools/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url pyproject.toml requirements/dev.in -o requirements/dev.txt

.venv/stamp: requirements/dev.txt pyproject.toml dev.py ; python3 dev.py install
train:   .train/stamp ; PYTHONPATH=src .train/bin/python -m training.train --folds

.train/stamp: training/requirements.txt ; python3 -m venv .train && .train/bin/pip install --quiet -r training/requirements.txt && touch $@

.solvers/stamp: benchmarks/solvers/requirements.txt ; python3 -m venv .solvers && .solvers/bin/pip install --quiet -r benchmarks/solvers/requirements.txt && touch $@
