// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace merestone {

/// Orders names as a list is read: accents and case do not move a name ("Écouflant" stands under E), Han characters
/// follow in the order of their codes. The same on every machine, whatever its locale.
std::string alphabetical_key(std::string_view name);

}  // namespace merestone
