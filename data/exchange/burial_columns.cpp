// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/burial_columns.hpp"

namespace merestone::exchange {

std::span<const CommonNames> burial_column_names() {
  static const std::vector<CommonNames> names{
      {"grave", {"id", "grave", "number", "gravenumber", "坟墓编号", "墓编号", "编号"}},
      {"village", {"village", "villageid", "村", "行政村", "村编号"}},
      {"township", {"township", "townshipcode", "乡镇代码", "乡镇", "division"}},
      {"grave_area", {"aream2", "area", "gravearea", "墓面积", "占地面积", "面积"}},
      {"annex", {"annexm2", "annex", "附属面积", "附属设施面积"}},
      {"hardened", {"hardened", "是否硬化", "硬化"}},
      {"remains", {"remains", "remainscount", "安葬数", "穴数", "遗骸数"}},
      {"form", {"form", "graveform", "形制", "墓葬形式"}},
      {"clan", {"clan", "是否宗族墓", "宗族墓地"}},
      {"stone_height", {"stoneheightm", "stoneheight", "墓碑高度", "碑高"}},
      {"built_from", {"builtfrom", "builtafter", "建造时间起", "修建时间起"}},
      {"built_until", {"builtuntil", "builtbefore", "builton", "建造时间止", "修建时间止", "建造时间"}},
      {"rebuilt", {"rebuilt", "rebuilton", "改扩建时间", "翻建时间"}},
      {"first_seen", {"firstseen", "firstseenon", "影像首次出现", "首次发现影像日期"}},
      {"land_class", {"landclass", "landuse", "地类"}},
      {"protected", {"protected", "protection", "是否保护", "保护名录"}},
      {"protection_list", {"protectionlist", "list", "名录名称"}},
      {"grave_note", {"note", "remark", "备注"}},
      {"in_facility", {"facility", "facilityid", "所在设施", "设施编号"}},
      {"facility_state", {"state", "status", "设施状态", "状态"}},
      {"ownership", {"ownership", "性质", "所有制"}},
      {"operator", {"operator", "运营单位", "管理单位"}},
      {"approval_number", {"approvalnumber", "approval", "批准文号", "审批文号"}},
      {"approved_on", {"approvedon", "approvaldate", "批准日期", "审批时间"}},
      {"approval_body", {"approvalbody", "approvedby", "批准机关", "审批机关"}},
      {"approval_level", {"approvallevel", "批准机关级别"}},
      {"area_approved", {"areaapprovedm2", "areaapproved", "批准面积", "规划面积"}},
      {"area_built", {"areabuiltm2", "areabuilt", "建成面积", "已建面积"}},
      {"opened", {"openedon", "opened", "启用日期", "投入使用时间"}},
      {"service_radius", {"serviceradiusm", "serviceradius", "服务半径"}},
      {"serves", {"serves", "servicearea", "服务范围"}},
      {"facility_note", {"note", "remark", "备注"}},
      {"facility_id", {"facility", "facilityid", "id", "设施编号", "编号"}},
      {"plot", {"type", "plot", "plottype", "墓穴类型", "类型"}},
      {"planned", {"planned", "plannedplots", "规划数", "规划穴位"}},
      {"plots_used", {"used", "已用", "已用数"}},
      {"reserved", {"reserved", "sold", "预订", "预售"}},
      {"unit_area", {"unitaream2", "unitarea", "单穴面积"}},
      {"counted_on", {"counted", "countedon", "统计时间", "统计日期"}},
      {"year", {"year", "年份", "年度"}},
      {"placements", {"placements", "安葬数", "安放数", "年安葬量"}},
      {"ecological", {"ecological", "生态安葬数", "节地生态安葬数"}},
      {"inspected_on", {"inspectedon", "inspected", "年检日期", "检查日期"}},
      {"inspection_result", {"inspection", "result", "年检结果", "检查结果"}},
      {"item", {"item", "收费项目", "项目"}},
      {"basis", {"basis", "定价方式"}},
      {"price", {"price", "价格", "收费标准"}},
      {"currency", {"currency", "币种"}},
      {"price_unit", {"unit", "单位", "计价单位"}},
      {"land", {"class", "kind", "landclass", "地类", "类别", "类型"}},
  };
  return names;
}

}  // namespace merestone::exchange
