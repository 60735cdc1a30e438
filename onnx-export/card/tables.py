"""The card's tables, as Markdown."""

from card.scores import signatures


def score_table(runs):
    """`runs`: set name -> way -> Score."""
    ways = list(next(iter(runs.values())))
    rows = [["", *(f"{name} ({next(iter(scores.values())).sentences})" for name, scores in runs.items())]]
    for way in ways:
        rows.append([way, *(_cell(scores[way]) for scores in runs.values())])
    bleu, chrf = signatures()
    return _table(rows) + f"\n\nBLEU / chrF; in brackets fallbacks and rolled-back tokens per token written. BLEU `{bleu}`, chrF `{chrf}`."


def _cell(score):
    text = f"{score.bleu:.1f} / {score.chrf:.1f}"
    return text if score.fallbacks is None else f"{text} ({100 * score.fallbacks:.0f} %, {100 * score.rolled_back:.0f} %)"


def preset_table(presets):
    rows = [["preset", "fallback", "rollback", "longest run"]]
    return _table(rows + [[name, str(p["fallback"]), str(p["rollback"]), str(p["maxRun"])] for name, p in presets.items()])


def speed_table(speed, sentences):
    """`speed`: set name -> preset -> its point of `evaluate --format json`."""
    rows = [["set", "preset", "speed-up", "BLEU", "tokens per large pass"]]
    rows += [[name, preset, f"{p['speedUp']:.2f}", f"{p['score']:.2f}", f"{p['tokensPerLargePass']:.1f}"]
             for name, presets in speed.items() for preset, p in presets.items()]
    return _table(rows) + (f"\n\nMedian time of the large model alone over the median time, texts taking turns; first {sentences} sentences of "
                           "each set.")


def size_table(pair, description):
    rows = [["", "parameters", "decoder layers", "weights", "files"]]
    for size, model in description["models"].items():
        files = sum((pair / model[part]).stat().st_size for part in ("encoder", "decoder"))
        rows.append([size, f"{model['parameters'] / 1e6:.1f} M", str(model["layers"]), model["weights"], f"{files / 1e6:.1f} MB"])
    return _table(rows)


def example_table(sources, scores, count):
    """The first `count` sentences, unpicked: source, large model, balanced preset."""
    rows = [["source", "large model alone", "both (balanced)"]]
    rows += [list(row) for row in zip(sources[:count], scores["large"].texts, scores["balanced"].texts)]
    return _table(rows)


def _table(rows):
    escaped = [[cell.replace("|", "\\|") for cell in row] for row in rows]
    head, *body = ("| " + " | ".join(row) + " |" for row in escaped)
    return "\n".join([head, "|" + "---|" * len(rows[0]), *body])
