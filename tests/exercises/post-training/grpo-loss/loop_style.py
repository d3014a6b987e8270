import torch


def grpo_loss(logp, old_logp, ref_logp, advantages, mask, clip, beta, per_token=False):
    answers, count = [], 0
    for b in range(logp.shape[0]):
        a = advantages[b].item()
        losses = []
        for t in range(logp.shape[1]):
            if not mask[b, t]:
                continue
            ratio = torch.exp(logp[b, t] - old_logp[b, t].item())
            held = ratio.clamp(1 - clip, 1 + clip)
            policy = torch.max(-ratio * a, -held * a)
            away = ref_logp[b, t].item() - logp[b, t]
            losses.append(policy + beta * (torch.exp(away) - 1 - away))
        count += len(losses)
        answers.append(sum(losses) if per_token else sum(losses) / len(losses))
    return sum(answers) / (count if per_token else len(answers))
