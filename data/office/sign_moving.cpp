// SPDX-License-Identifier: Apache-2.0
#include "data/office/sign_moving.hpp"

#include "data/store/sign_store.hpp"

#include <algorithm>

namespace merestone {

SignsMoved move_signs(FactWriter& writer, const PlaceRecord& gone, const PlaceRecord& stays, Date day) {
  SignsMoved done;
  const PlaceName* standard = stays.name_on(day);
  if (standard == nullptr) return done;
  std::vector<PlaceName> names = stays.names;
  for (PlaceName name : gone.names) {  // known from the place that goes, and no standard name any more
    name.kind = NameKind::variant;
    names.push_back(std::move(name));
  }
  for (Sign sign : gone.signs) {
    if (sign.removed && *sign.removed <= day) continue;
    writer.supersede("name_sign", {sign.fact});
    sign.place = stays.id;
    sign.name = standard->id;
    add_sign(writer, sign);
    for (SignInspection& inspection : sign.inspections) {
      writer.supersede("sign_inspection", {inspection.fact});
      add_sign_inspection(writer, stays.id, inspection);
    }
    for (SignOrder& order : sign.orders) {
      writer.supersede("sign_order", {order.fact});
      add_sign_order(writer, stays.id, order);
    }
    ++done.moved;
    for (const Finding& wrong : check_sign(sign, names, day)) {
      const bool shown = wrong.rule == "sign.retired_name" || wrong.rule == "sign.wrong_text" || wrong.rule == "sign.wrong_spelling";
      const bool open = std::any_of(sign.orders.begin(), sign.orders.end(), [&](const SignOrder& o) { return !o.done && o.reason == wrong.rule; });
      if (!shown || open) continue;
      SignOrder order{0, {}, sign.id, day, wrong.rule, {}, {}, {}};
      add_sign_order(writer, stays.id, order);
      ++done.ordered;
    }
  }
  return done;
}

}  // namespace merestone
