#!/usr/bin/python3
"""Makes dynamics/src/test/resources/gradlab/dynamics/optimiser/steps.txt: parameters after 20 steps of torch's optimisers."""
import torch

rules = {
    "sgd": lambda p: torch.optim.SGD([p], lr=0.1, weight_decay=0.01),
    "momentum": lambda p: torch.optim.SGD([p], lr=0.1, momentum=0.9, weight_decay=0.01),
    "nesterov": lambda p: torch.optim.SGD([p], lr=0.1, momentum=0.9, nesterov=True, weight_decay=0.01),
    "rmsprop": lambda p: torch.optim.RMSprop([p], lr=0.1, alpha=0.99, eps=1e-8, weight_decay=0.01),
    "adam": lambda p: torch.optim.Adam([p], lr=0.1, weight_decay=0.01),
    "adamw": lambda p: torch.optim.AdamW([p], lr=0.1, weight_decay=0.01),
}
print("#", "torch", torch.__version__)
for name, rule in rules.items():
    p = torch.tensor([1.0, -2.0, 0.5], dtype=torch.float64, requires_grad=True)
    optimiser = rule(p)
    for _ in range(20):
        optimiser.zero_grad()
        (torch.tensor([1.0, 2.0, 3.0], dtype=torch.float64) / 2 * p ** 2 + torch.sin(p)).sum().backward()
        optimiser.step()
    print(name, *[repr(v) for v in p.tolist()])
