// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace merestone {

struct Shared;

/// Acts that were refused, oldest first, with the rules that stood against them.
void tell_attempts(const Shared& shared);

}  // namespace merestone
