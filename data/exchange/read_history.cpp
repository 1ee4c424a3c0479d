// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/staged.hpp"

namespace merestone {

HistoryDelivery read_history(const std::string& path, const ReadOptions& options, const Progress& progress) {
  HistoryDelivery delivery;
  const exchange::Plan plan{
      {{"code", "name", "kind", "level", "from", "until", "reason", "successor"}, {"code", "name", "from"}}};
  exchange::Staged staged{path, options, plan, {}, progress};
  for (std::size_t i = 0; i < staged.size(); ++i) {
    DeliveredState& state = delivery.states.emplace_back();
    state.file = staged.file();
    state.record = i + 1;
    state.code = staged.needed(i, "code");
    state.name = staged.needed(i, "name");
    const std::string& kind = staged.text(i, "kind");
    state.kind = kind.empty() ? options.kind : kind;
    state.level = static_cast<Level>(staged.whole(i, "level", 1, 20).value_or(options.level));
    if (state.level == 0) staged.needed(i, "level");
    state.valid = staged.period(i);
    state.end_reason = staged.text(i, "reason");
    state.successor_code = staged.text(i, "successor");
  }
  staged.finish(delivery);
  delivery.source.kind = "register";
  return delivery;
}

}  // namespace merestone
