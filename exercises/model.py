"""What the exercises are for: their parts, assembled, make a small language model.

Tokenizer, decoder, training, generation, preference tuning; each step calls what a learner has
built. `tutor model` runs this with the learner's own solutions; `parts` is made by the program
that does so. Every step prints one line of JSON.
"""

import json
from collections import Counter

import torch
from parts import part

torch.set_num_threads(1)
torch.manual_seed(0)

TEXT = "the cat sat on the mat. the dog sat on the log. " * 12
PROMPT = "the cat sat on the"
LENGTH, WIDTH, INNER, HEADS, BLOCKS = 24, 32, 64, 4, 2
WINDOW, BATCH, STEPS = 16, 4, 80


def tell(step, **found):
    print(json.dumps({"step": step, **found}), flush=True)


class Tokenizer:
    """Byte-pair encoding, learned from the text."""

    def __init__(self, text, number):
        self.pretokenize = part("tokenization/pretokenize")["pretokenize"]
        self.codec = part("tokenization/byte-codec")
        chunks = Counter(chunk.encode() for chunk in self.pretokenize(text, []))
        self.merges = part("tokenization/bpe-merges")["learn_merges"](dict(chunks), number)

    def encode(self, text):
        chunks = self.pretokenize(text, [])
        return [i for chunk in chunks for i in self.codec["encode"](chunk, self.merges)]

    def decode(self, ids):
        return self.codec["decode"](ids, self.merges)


class Model:
    """Weights of a decoder, and the places where an optimizer finds them."""

    def __init__(self, vocabulary):
        self.logits_of = part("transformer/decoder")["decoder_logits"]
        self.weights = {
            "table": 0.1 * torch.randn(vocabulary, WIDTH),
            "positions": 0.1 * torch.randn(LENGTH, WIDTH),
            "blocks": [_block() for _ in range(BLOCKS)],
            "gain": torch.ones(WIDTH),
            "shift": torch.zeros(WIDTH),
        }
        outer = [(self.weights, key) for key in ("table", "positions", "gain", "shift")]
        self.places = outer + [(block, key) for block in self.weights["blocks"] for key in block]

    def __call__(self, ids):
        return self.logits_of(ids, self.weights, HEADS)


def _matrix(*shape):
    return torch.randn(*shape) * shape[-1] ** -0.5


def _block():
    square = {name: _matrix(WIDTH, WIDTH) for name in ("wq", "wk", "wv", "wo")}
    gains = {f"gain{n}": torch.ones(WIDTH) for n in (1, 2)}
    shifts = {f"shift{n}": torch.zeros(WIDTH) for n in (1, 2)}
    first = {"w1": _matrix(INNER, WIDTH), "b1": torch.zeros(INNER)}
    return square | gains | shifts | first | {"w2": _matrix(WIDTH, INNER), "b2": torch.zeros(WIDTH)}


class Trainer:
    """AdamW with warmup, cosine and clipping."""

    def __init__(self, model, peak, total):
        self.clip = part("training/gradient-clipping")["clip_by_global_norm"]
        self.adamw = part("training/adamw")["adamw_step"]
        self.schedule = part("training/warmup-cosine")["warmup_cosine"]
        self.places, self.peak, self.total, self.t = model.places, peak, total, 0
        self.moments = [(torch.zeros_like(at[k]), torch.zeros_like(at[k])) for at, k in self.places]

    def step(self, loss_of):
        for at, key in self.places:
            at[key] = at[key].detach().requires_grad_(True)
        loss = loss_of()
        grads = torch.autograd.grad(loss, [at[key] for at, key in self.places])
        grads, _ = self.clip(list(grads), 1.0)
        rate = self.schedule(self.t, 5, self.total, self.peak, 0.0)
        self.t += 1
        for n, ((at, key), grad) in enumerate(zip(self.places, grads)):
            weight, moments = at[key].detach(), self.moments[n]
            at[key], *moments = self.adamw(
                weight, grad, *moments, self.t, rate, 0.9, 0.99, 1e-8, 0.01
            )
            self.moments[n] = tuple(moments)
        return float(loss.detach())


def pretrain(model, ids):
    """Next-token prediction on windows of the text; the loss of every step."""
    cross_entropy = part("transformer/cross-entropy")["cross_entropy"]
    trainer = Trainer(model, 1e-2, STEPS)

    def loss():
        starts = torch.randint(0, len(ids) - WINDOW - 1, (BATCH,)).tolist()
        rows = torch.stack([ids[start : start + WINDOW + 1] for start in starts])
        return cross_entropy(model(rows[:, :-1]).flatten(0, 1), rows[:, 1:].flatten())

    return [trainer.step(loss) for _ in range(STEPS)]


def prefer(model, tokenizer, chosen, rejected):
    """DPO on one pair of continuations; losses, and the log-odds of the chosen one before and after."""
    dpo = part("post-training/dpo-loss")
    texts = [tokenizer.encode(PROMPT + end) for end in (chosen, rejected)]
    longest, asked = max(map(len, texts)), len(tokenizer.encode(PROMPT))
    rows = torch.tensor([one + [0] * (longest - len(one)) for one in texts])
    mask = torch.tensor([[asked <= t < len(one) for t in range(longest)] for one in texts])

    def log_probabilities():
        return dpo["sequence_logprob"](model(rows), rows, mask)

    before = log_probabilities().detach()

    def loss():
        now = log_probabilities()[:, None]
        return dpo["dpo_loss"](now[0], now[1], before[:1], before[1:], 0.5)

    trainer = Trainer(model, 2e-3, 40)
    losses = [trainer.step(loss) for _ in range(40)]
    after = log_probabilities().detach()
    return losses, float(before[0] - before[1]), float(after[0] - after[1])


def main():
    tokenizer = Tokenizer(TEXT, 24)
    ids = torch.tensor(tokenizer.encode(TEXT))
    tell(
        "tokenizer",
        bytes=len(TEXT.encode()),
        tokens=len(ids),
        merges=len(tokenizer.merges),
        back=tokenizer.decode(ids.tolist()) == TEXT,
    )
    model = Model(256 + len(tokenizer.merges))
    losses = pretrain(model, ids)
    tell("training", steps=STEPS, first=losses[0], last=sum(losses[-5:]) / 5)
    prompt = torch.tensor([tokenizer.encode(PROMPT)])
    written = part("transformer/generate")["generate"](prompt, model.weights, HEADS, 12)
    next_token = part("transformer/sampling")["next_token_probs"](model(prompt)[0, -1], 0.8, 5, 0.9)
    tell(
        "generation",
        prompt=PROMPT,
        said=tokenizer.decode(written[0].tolist()),
        kept=int((next_token > 0).sum()),
        mass=float(next_token.sum()),
    )
    chosen, rejected = " log.", " mat."
    losses, before, after = prefer(model, tokenizer, chosen, rejected)
    tell(
        "preference",
        chosen=chosen,
        rejected=rejected,
        steps=len(losses),
        first=losses[0],
        last=losses[-1],
        before=before,
        after=after,
    )


main()
