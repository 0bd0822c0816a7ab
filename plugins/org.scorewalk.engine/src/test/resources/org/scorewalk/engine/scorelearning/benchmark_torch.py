# SPDX-License-Identifier: Apache-2.0
"""Steps of denoising score matching per second in PyTorch, tuned: data and noise in memory, Adam in its foreach form.

The same step as ScoreBenchmark: two columns and the noise level, hidden layers 128-128 with SiLU, batch 1024, noise levels
spread evenly over their logarithms, a running mean of the weights. Run: python3 benchmark_torch.py THREADS STEPS
"""
import math
import os
import sys
import time

threads, count = int(sys.argv[1]), int(sys.argv[2])
os.environ['OMP_NUM_THREADS'] = os.environ['OPENBLAS_NUM_THREADS'] = str(threads)
import torch
from torch import nn

torch.set_num_threads(threads)
torch.manual_seed(42)
n, batch, largest, smallest = 10_000, 1024, 5.0, 0.02
angle = 2 * math.pi * torch.rand(n)
data = (1.5 + 0.2 * torch.randn(n)).unsqueeze(1) * torch.stack([angle.cos(), angle.sin()], 1)
data = (data - data.mean(0)) / data.std(0)
net = nn.Sequential(nn.Linear(3, 128), nn.SiLU(), nn.Linear(128, 128), nn.SiLU(), nn.Linear(128, 2))
parameters = list(net.parameters())
average = [p.detach().clone() for p in parameters]
optimizer = torch.optim.Adam(parameters, lr=5e-3, foreach=True)
positions = torch.arange(batch) / batch
logs = math.log(smallest / largest)
order = torch.randperm(n)


def step(i):
    first = i * batch % (n - batch)
    part = (positions + torch.rand(1)).frac_().unsqueeze(1)
    sigma = largest * torch.exp(part * logs)
    root = torch.sqrt(1 + sigma * sigma)
    noise = torch.randn(batch, 2)
    x = torch.addcmul(data[order[first:first + batch]], sigma, noise) / root
    f = net(torch.cat([x, 1 - 2 * part], 1))
    loss = ((f - sigma * x) / root + noise).square().mean()
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    optimizer.step()
    with torch.no_grad():
        torch._foreach_mul_(average, 0.999)
        torch._foreach_add_(average, parameters, alpha=0.001)
    return loss


for i in range(200):
    step(i)
start = time.perf_counter()
for i in range(count):
    step(i)
print('%.1f' % (count / (time.perf_counter() - start)))
