// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/relief_columns.hpp"

namespace merestone::exchange {

std::span<const CommonNames> relief_column_names() {
  static const std::vector<CommonNames> names{
      {"unit_code", {"code", "township", "division", "divisioncode", "adcode", "区划代码", "行政区划代码", "乡镇代码", "代码"}},
      {"year", {"year", "年份", "年度", "年"}},
      {"indicator", {"indicator", "indicatorcode", "指标", "指标代码"}},
      {"figure", {"value", "figure", "数值", "值", "指标值"}},
      {"space", {"space", "spacetype", "空间类型", "场地类型"}},
      {"relief_level", {"level", "级别", "等级"}},
      {"effective_area", {"effectiveaream2", "effectivearea", "有效面积", "有效避难面积"}},
      {"area_per_head", {"areaperheadm2", "areaperhead", "人均面积", "人均有效避难面积"}},
      {"hazards", {"hazards", "hazard", "灾种", "适用灾种"}},
      {"duration", {"duration", "避难时长", "时长"}},
      {"in_use", {"inuse", "used", "occupied", "现有人数", "已安置人数"}},
      {"exits", {"exits", "出入口", "出入口数"}},
      {"equipment", {"equipment", "设施", "设施设备"}},
      {"covers_people", {"coverspeople", "covers", "覆盖人口", "服务人口"}},
      {"depot", {"depot", "depotid", "仓库", "储备库"}},
      {"item", {"item", "品名", "物资", "物资名称"}},
      {"unit", {"unit", "单位", "计量单位"}},
      {"quantity", {"quantity", "qty", "数量"}},
      {"expires_on", {"expireson", "expiry", "expires", "有效期", "有效期至"}},
      {"event", {"event", "eventid", "灾害", "灾害事件", "事件"}},
      {"stage", {"stage", "报告阶段", "阶段"}},
      {"as_of", {"asof", "reportedat", "time", "统计时间", "截止时间", "上报时间"}},
  };
  return names;
}

}  // namespace merestone::exchange
