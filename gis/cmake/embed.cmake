# SPDX-License-Identifier: Apache-2.0
# cmake -DOUT=… -DSYMBOL=… "-DFILES=a.sql;b.sql" -P embed.cmake
# Bytes are written as hexadecimal, so any file can be embedded: text, script or picture.
list(SORT FILES)
set(arrays "")
set(rows "")
set(number 0)
foreach(file IN LISTS FILES)
  get_filename_component(name "${file}" NAME)
  file(READ "${file}" hex HEX)
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${hex}")
  string(APPEND arrays "const unsigned char file_${number}[] = {${bytes}0};\n")
  string(APPEND rows "    row(\"${name}\", file_${number}, sizeof file_${number} - 1),\n")
  math(EXPR number "${number} + 1")
endforeach()
file(WRITE "${OUT}.tmp" "// Generated from ${number} files. Do not edit.
#include \"gis/base/embedded.hpp\"

namespace merestone::embedded {
namespace {
${arrays}
File row(const char* name, const unsigned char* bytes, std::size_t size) {
  return {name, {reinterpret_cast<const char*>(bytes), size}};
}
const File files[] = {
${rows}};
}  // namespace
extern const std::span<const File> ${SYMBOL};
const std::span<const File> ${SYMBOL}{files};
}  // namespace merestone::embedded
")
file(COPY_FILE "${OUT}.tmp" "${OUT}" ONLY_IF_DIFFERENT)
