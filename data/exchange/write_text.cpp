// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/write_text.hpp"

#include "data/exchange/problems.hpp"
#include "data/exchange/set_aside.hpp"

#include <fstream>

namespace merestone {

void write_text(const std::string& path, std::string_view text, bool overwrite) {
  const exchange::SetAside aside{path};
  std::ofstream file{aside.folder() + "/made", std::ios::binary};
  file.write(text.data(), static_cast<std::streamsize>(text.size()));
  file.close();
  if (!file) exchange::fail(Fault::unavailable, "export.failed", path, {{"detail", "the text could not be written"}});
  aside.move_into_place({{"made", path}}, overwrite);
}

}  // namespace merestone
