// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/worker/read.hpp"

#include "data/exchange/worker/reference.hpp"
#include "data/exchange/worker/source.hpp"

#include <cpl_conv.h>

#include <cmath>
#include <cstdio>

namespace merestone::worker {
namespace {

void send_head(const Request& request, const Source& source, OGRLayerH layer, wire::Writer& out) {
  OGRFeatureDefnH schema = OGR_L_GetLayerDefn(layer);
  OGRSpatialReferenceH reference = OGR_L_GetSpatialRef(layer);
  const int columns = OGR_FD_GetFieldCount(schema);
  out.begin(wire::Kind::layer);
  out.text(request["format"]);
  out.text(OGR_L_GetName(layer));
  out.text(OGR_L_GetGeomType(layer) == wkbNone ? "" : OGRGeometryTypeToName(OGR_L_GetGeomType(layer)));
  out.text(is_said(reference) ? reference_code(reference) : "");
  out.text(is_said(reference) ? reference_text(reference) : "");
  out.text(source.code_page);
  out.number(source.language_id);
  out.wide(static_cast<std::uint64_t>(OGR_L_GetFeatureCount(layer, 0)));
  out.number(static_cast<std::uint32_t>(columns));
  for (int i = 0; i < columns; ++i) {
    OGRFieldDefnH field = OGR_FD_GetFieldDefn(schema, i);
    out.text(OGR_Fld_GetNameRef(field));
    out.text(OGR_GetFieldTypeName(OGR_Fld_GetType(field)));
  }
  out.send();
}

void put_date(OGRFeatureH feature, int field, wire::Writer& out) {
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, zone = 0;
  OGR_F_GetFieldAsDateTime(feature, field, &year, &month, &day, &hour, &minute, &second, &zone);
  char text[64];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
  out.text(text);
}

void put_value(OGRFeatureH feature, int field, OGRFieldType type, wire::Writer& out) {
  if (!OGR_F_IsFieldSetAndNotNull(feature, field)) return out.null();
  if (type == OFTDate || type == OFTDateTime) return put_date(feature, field, out);
  out.text(OGR_F_GetFieldAsString(feature, field));
}

void put_shape(OGRFeatureH feature, wire::Writer& out) {
  OGRGeometryH shape = OGR_F_GetGeometryRef(feature);
  if (!shape) return out.null();
  const auto size = static_cast<std::size_t>(OGR_G_WkbSize(shape));
  OGR_G_ExportToIsoWkb(shape, wkbNDR, reinterpret_cast<unsigned char*>(out.room(size)));
}

void send_complaint(const Complaint& complaint, wire::Writer& out) {
  out.begin(wire::Kind::message);
  out.text(complaint.rule);
  out.wide(complaint.record);
  out.text(complaint.detail);
  out.send();
}

void send_remarks(std::uint64_t record, wire::Writer& out) {
  for (const Remark& remark : take_remarks()) {
    send_complaint({remark.failure ? "import.damaged" : "import.reader_note", record, remark.text}, out);
  }
}

void send_end(std::uint64_t records, wire::Writer& out) {
  out.begin(wire::Kind::end);
  out.wide(records);
  out.send();
}

}  // namespace

void read(const Request& request, wire::Writer& out) {
  const Source source = open_source(request);
  OGRLayerH layer = choose_layer(source, request["layer"]);
  send_head(request, source, layer, out);
  send_remarks(0, out);
  for (const Complaint& complaint : source.complaints) send_complaint(complaint, out);
  OGRFeatureDefnH schema = OGR_L_GetLayerDefn(layer);
  std::vector<OGRFieldType> types;
  for (int i = 0; i < OGR_FD_GetFieldCount(schema); ++i) types.push_back(OGR_Fld_GetType(OGR_FD_GetFieldDefn(schema, i)));

  std::uint64_t records = 0;
  std::uint32_t gathered = 0;
  std::size_t count_at = 0;
  const auto flush = [&] {
    if (gathered == 0) return;
    out.patch(count_at, gathered);
    out.send();
    gathered = 0;
  };
  for (;;) {
    const Feature feature{OGR_L_GetNextFeature(layer)};
    if (!feature) break;
    ++records;
    if (gathered == 0) {
      out.begin(wire::Kind::records);
      count_at = out.size();
      out.number(0);
    }
    put_shape(feature.get(), out);
    for (std::size_t i = 0; i < types.size(); ++i) put_value(feature.get(), static_cast<int>(i), types[i], out);
    ++gathered;
    if (out.size() >= wire::usual_frame || anything_said()) {
      flush();
      send_remarks(records, out);
    }
  }
  flush();
  send_remarks(records, out);
  send_end(records, out);
}

void describe(const Request& request, wire::Writer& out) {
  const Source source = open_source(request);
  GDALDatasetH dataset = source.dataset.get();
  for (int i = 0; i < GDALDatasetGetLayerCount(dataset); ++i) {
    send_head(request, source, GDALDatasetGetLayer(dataset, i), out);
  }
  send_remarks(0, out);
  send_end(0, out);
}

}  // namespace merestone::worker
