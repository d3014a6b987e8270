"""The exercises fit together: their references, assembled, make a small language model.

Tokenizer, decoder, training, generation, preference tuning; each step calls what a learner has built.
Done in a process of its own, since only graders and exercises load torch.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STORY = """
import json, runpy, sys
from collections import Counter
from pathlib import Path

import torch

torch.set_num_threads(1)
torch.manual_seed(0)


def part(name):
    return runpy.run_path(str(Path(sys.argv[1]) / "exercises" / name / "reference.py"))


# -- a tokenizer ---------------------------------------------------------------
text = "the cat sat on the mat. the dog sat on the log. " * 12
pretokenize = part("tokenization/pretokenize")["pretokenize"]
learn_merges = part("tokenization/bpe-merges")["learn_merges"]
codec = part("tokenization/byte-codec")
chunks = pretokenize(text, [])
counts = Counter(chunk.encode() for chunk in chunks)
merges = learn_merges(dict(counts), 24)


def encode(string):
    return [i for chunk in pretokenize(string, []) for i in codec["encode"](chunk, merges)]


ids = torch.tensor(encode(text))
seen = {"bytes": len(text.encode()), "tokens": len(ids), "back": codec["decode"](ids.tolist(), merges) == text}

# -- a model -------------------------------------------------------------------
V, L, d, f, heads = 256 + len(merges), 24, 32, 64, 4
decoder = part("transformer/decoder")["decoder_logits"]


def weight(*shape):
    return torch.randn(*shape) * shape[-1] ** -0.5


def new_block():
    square = {name: weight(d, d) for name in ("wq", "wk", "wv", "wo")}
    norms = {f"gain{n}": torch.ones(d) for n in (1, 2)} | {f"shift{n}": torch.zeros(d) for n in (1, 2)}
    return square | norms | {"w1": weight(f, d), "b1": torch.zeros(f), "w2": weight(d, f), "b2": torch.zeros(d)}


model = {
    "table": 0.1 * torch.randn(V, d), "positions": 0.1 * torch.randn(L, d),
    "blocks": [new_block(), new_block()], "gain": torch.ones(d), "shift": torch.zeros(d),
}
places = [(model, key) for key in ("table", "positions", "gain", "shift")]
places += [(block, key) for block in model["blocks"] for key in block]

# -- training ------------------------------------------------------------------
cross_entropy = part("transformer/cross-entropy")["cross_entropy"]
clip = part("training/gradient-clipping")["clip_by_global_norm"]
adamw = part("training/adamw")["adamw_step"]
schedule = part("training/warmup-cosine")["warmup_cosine"]


class Trainer:
    def __init__(self, peak, total):
        self.peak, self.total, self.t = peak, total, 0
        self.state = [(torch.zeros_like(at[key]), torch.zeros_like(at[key])) for at, key in places]

    def step(self, loss_of):
        for at, key in places:
            at[key] = at[key].detach().requires_grad_(True)
        loss = loss_of()
        grads = torch.autograd.grad(loss, [at[key] for at, key in places])
        grads, _ = clip(list(grads), 1.0)
        lr = schedule(self.t, 5, self.total, self.peak, 0.0)
        self.t += 1
        for n, ((at, key), grad) in enumerate(zip(places, grads)):
            at[key], *moments = adamw(at[key].detach(), grad, *self.state[n], self.t, lr, 0.9, 0.99, 1e-8, 0.01)
            self.state[n] = tuple(moments)
        return float(loss.detach())


def batch():
    starts = torch.randint(0, len(ids) - 17, (8,))
    return torch.stack([ids[s : s + 17] for s in starts.tolist()])


def language_loss():
    rows = batch()
    logits = decoder(rows[:, :-1], model, heads)
    return cross_entropy(logits.flatten(0, 1), rows[:, 1:].flatten())


trainer = Trainer(1e-2, 120)
losses = [trainer.step(language_loss) for _ in range(120)]
seen |= {"first": losses[0], "last": sum(losses[-5:]) / 5}

# -- generation ----------------------------------------------------------------
prompt = torch.tensor([encode("the cat sat on the")])
generate = part("transformer/generate")["generate"]
seen["said"] = codec["decode"](generate(prompt, model, heads, 12)[0].tolist(), merges)
probs = part("transformer/sampling")["next_token_probs"](decoder(prompt, model, heads)[0, -1], 0.8, 5, 0.9)
seen |= {"kept": int((probs > 0).sum()), "mass": float(probs.sum())}

# -- preferences ---------------------------------------------------------------
dpo = part("post-training/dpo-loss")
pair = [encode("the cat sat on the" + end) for end in (" log.", " mat.")]  # chosen, rejected
longest = max(map(len, pair))
rows = torch.tensor([one + [0] * (longest - len(one)) for one in pair])
mask = torch.tensor([[len(prompt[0]) <= t < len(one) for t in range(longest)] for one in pair])


def log_probabilities():
    return dpo["sequence_logprob"](decoder(rows, model, heads), rows, mask)


reference = log_probabilities().detach()


def preference_loss():
    chosen, rejected = log_probabilities()[:, None]
    return dpo["dpo_loss"](chosen, rejected, reference[:1], reference[1:], 0.5)


tuner = Trainer(2e-3, 40)
seen["dpo"] = [tuner.step(preference_loss) for _ in range(40)]
chosen, rejected = log_probabilities().tolist()
seen |= {"before": (reference[0] - reference[1]).item(), "after": chosen - rejected}
print(json.dumps(seen))
"""


@pytest.fixture(scope="module")
def seen():
    done = subprocess.run(
        [sys.executable, "-c", STORY, str(ROOT)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_tokenizer_shortens_a_text_and_gives_it_back(seen):
    assert seen["back"]
    assert seen["tokens"] < seen["bytes"] / 2


def test_training_teaches_the_model_its_text(seen):
    assert seen["first"] > 3
    assert seen["last"] < 0.5


def test_it_continues_as_the_text_does(seen):
    assert seen["said"].startswith("the cat sat on the mat. the dog sat on the log.")
    assert 1 <= seen["kept"] <= 5
    assert abs(seen["mass"] - 1) < 1e-5


def test_preferences_turn_its_choice_round(seen):
    assert abs(seen["dpo"][0] - 0.6931) < 1e-3
    assert seen["dpo"][-1] < 0.1
    assert seen["before"] < 0 < seen["after"]
