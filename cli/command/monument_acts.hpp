// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace merestone {

class Command;
struct Shared;

/// `monument add` and `monument retire`: one monument by itself.
void add_monument_acts(Command& monument, const Shared& shared);

}  // namespace merestone
