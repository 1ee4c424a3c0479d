// SPDX-License-Identifier: Apache-2.0
#include "data/exchange/file_at_hand.hpp"

#include "data/exchange/declared_length.hpp"
#include "data/exchange/problems.hpp"

#include <fcntl.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>

namespace merestone::exchange {
namespace {

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return text;
}

[[noreturn]] void refuse_errno(int error, const std::string& name) {
  if (error == ENOENT || error == ENOTDIR) fail(Fault::missing, "import.no_file", name);
  fail(Fault::unavailable, "import.unreadable", name, {{"reason", std::strerror(error)}});
}

const char* kind_of(mode_t mode) {
  if (S_ISDIR(mode)) return "directory";
  if (S_ISFIFO(mode)) return "pipe";
  if (S_ISSOCK(mode)) return "socket";
  return "device";
}

struct stat stat_regular(const std::string& path, const std::string& name) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) refuse_errno(errno, name);
  if (!S_ISREG(status.st_mode)) fail(Fault::invalid, "import.not_a_file", name, {{"found", kind_of(status.st_mode)}});
  return status;
}

std::int64_t nanoseconds(const timespec& time) { return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec; }

class Descriptor {
 public:
  Descriptor(const std::string& path, const std::string& name)
      : descriptor_{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)} {
    if (descriptor_ < 0) refuse_errno(errno, name);
  }
  ~Descriptor() { ::close(descriptor_); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  std::size_t read(char* to, std::size_t size) const {
    const ssize_t n = ::read(descriptor_, to, size);
    return n > 0 ? static_cast<std::size_t>(n) : 0;
  }

 private:
  int descriptor_;
};

std::string beginning(const std::string& path, const std::string& name) {
  std::string text(4096, '\0');
  text.resize(Descriptor{path, name}.read(text.data(), text.size()));
  return text;
}

/// The format that a file's first bytes speak of, in the words of `Detected::format` where it is one of ours.
std::string format_of(std::string_view head) {
  using namespace std::string_view_literals;
  if (head.starts_with("SQLite format 3\0"sv)) return "GPKG";
  if (head.starts_with("\x00\x00\x27\x0a"sv)) return "ESRI Shapefile";
  if (head.starts_with("fgb\x03"sv)) return "FlatGeobuf";
  for (const auto mark : {"II*\0"sv, "MM\0*"sv, "II+\0"sv, "MM\0+"sv}) {
    if (head.starts_with(mark)) return "GTiff";
  }
  if (head.starts_with("\xff\xd8\xff"sv)) return "JPEG";
  if (head.starts_with("\x1f\x8b"sv)) return "gzip";
  if (head.starts_with("PK\x03\x04"sv)) return "zip";
  if (head.starts_with("\xff\xfe"sv) || head.starts_with("\xfe\xff"sv)) return "UTF-16 text";
  if (head.starts_with("\xef\xbb\xbf"sv)) head.remove_prefix(3);
  const auto first = head.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return "nothing";
  head.remove_prefix(first);
  if (head.starts_with("<OGRVRT") || head.starts_with("<VRTDataset")) return "VRT";
  if (head.front() == '<') return "XML";
  if (head.front() == '{') return head.find("\"Topology\"") != head.npos ? "TopoJSON" : "GeoJSON";
  if (head.find('\0') != head.npos) return "binary data";
  return "text";
}

struct NamedFormat {
  std::string_view extension;
  std::string_view format;
};
constexpr std::array by_extension{
    NamedFormat{"gpkg", "GPKG"},        NamedFormat{"shp", "ESRI Shapefile"}, NamedFormat{"geojson", "GeoJSON"},
    NamedFormat{"json", "GeoJSON"},     NamedFormat{"topojson", "TopoJSON"},  NamedFormat{"fgb", "FlatGeobuf"},
    NamedFormat{"csv", "CSV"},          NamedFormat{"tsv", "CSV"},            NamedFormat{"txt", "CSV"},
};

constexpr std::array grids_by_extension{
    NamedFormat{"tif", "GTiff"},
    NamedFormat{"tiff", "GTiff"},
    NamedFormat{"asc", "AAIGrid"},
};

constexpr std::array photos_by_extension{NamedFormat{"jpg", "JPEG"}, NamedFormat{"jpeg", "JPEG"}};

std::span<const NamedFormat> formats_of(Matter matter) {
  if (matter == Matter::photo) return photos_by_extension;
  if (matter == Matter::grid) return grids_by_extension;
  return by_extension;
}

/// Ending of the name after the last dot, cut off `name`.
std::string take_extension(std::string& name) {
  const auto dot = name.find_last_of("./");
  if (dot == std::string::npos || name[dot] == '/') return {};
  const std::string extension = lower(name.substr(dot + 1));
  name.resize(dot);
  return extension;
}

void tell_format_by_name(FileAtHand& file, Matter matter) {
  std::string rest = file.path;
  file.extension = take_extension(rest);
  if (file.extension == "gz") {
    file.packing = "gzip";
    file.extension = take_extension(rest);
  } else if (file.extension == "zip") {
    file.packing = "zip";
    file.extension = "shp";
  }
  const auto formats = formats_of(matter);
  const auto known = std::find_if(formats.begin(), formats.end(),
                                  [&](const NamedFormat& f) { return f.extension == file.extension; });
  const bool cannot_be_packed = file.packing == "gzip" && (file.extension == "shp" || file.extension == "gpkg");
  if (known == formats.end() || cannot_be_packed) {
    fail(Fault::invalid, "import.unknown_format", file.name, {{"found", "." + file.extension}});
  }
  file.format = known->format;
}

void check_content(FileAtHand& file) {
  const std::string found = format_of(beginning(file.path, file.name));
  if (!file.packing.empty()) {
    if (found != file.packing) {
      fail(Fault::invalid, "import.format_mismatch", file.name, {{"expected", file.packing}, {"found", found}});
    }
    return;  // what is inside is looked at by the worker, which knows one format only
  }
  if (file.format == "GeoJSON" && found == "TopoJSON") file.format = found;
  const bool is_text = file.format == "CSV" || file.format == "AAIGrid";
  if (is_text ? found != "text" : found != file.format) {
    fail(Fault::invalid, "import.format_mismatch", file.name, {{"expected", file.format}, {"found", found}});
  }
}

/// The parts of a Shapefile, whatever the case of their endings.
void add_shapefile_parts(FileAtHand& file) {
  const std::string stem = file.path.substr(0, file.path.size() - 3);
  const struct {
    const char* lower;
    const char* upper;
    bool needed;
  } parts[] = {{"shx", "SHX", true}, {"dbf", "DBF", true}, {"prj", "PRJ", false}, {"cpg", "CPG", false}};
  for (const auto& part : parts) {
    if (::access((stem + part.lower).c_str(), F_OK) == 0) {
      file.parts.push_back(stem + part.lower);
    } else if (::access((stem + part.upper).c_str(), F_OK) == 0) {
      file.parts.push_back(stem + part.upper);
    } else if (part.needed) {
      fail(Fault::invalid, "import.missing_part", file.name, {{"part", std::string{"."} + part.lower}});
    }
  }
}

/// What may stand beside a grid: where it lies, and in which system.
void add_grid_parts(FileAtHand& file) {
  const std::string stem = file.path.substr(0, file.path.size() - file.extension.size());
  for (const char* extension : {"prj", "PRJ", "tfw", "TFW"}) {
    const bool wanted = (extension[0] == 'p' || extension[0] == 'P') == (file.format == "AAIGrid");
    if (wanted && ::access((stem + extension).c_str(), F_OK) == 0) file.parts.push_back(stem + extension);
  }
}

/// A GeoPackage that another program is editing keeps what it has not yet moved over in a second file.
void check_not_being_edited(const FileAtHand& file) {
  for (const char* suffix : {"-wal", "-journal"}) {
    struct stat status {};
    if (::stat((file.path + suffix).c_str(), &status) == 0 && status.st_size > 0) {
      fail(Fault::invalid, "import.open_elsewhere", file.name, {{"found", suffix}});
    }
  }
}

void check_length(const FileAtHand& file, const std::string& part, std::uint64_t actual) {
  const std::string head = beginning(part, file.name);
  const std::uint64_t declared = declared_length(head);
  if (declared > actual) {
    fail(Fault::invalid, "import.truncated", file.name,
         {{"part", part.substr(part.rfind('/') + 1)},
          {"expected", std::to_string(declared)},
          {"found", std::to_string(actual)}});
  }
}

}  // namespace

FileAtHand look_at(const std::string& path, Matter matter) {
  if (path.find("://") != std::string::npos || path.starts_with("/vsi")) {
    fail(Fault::invalid, "import.remote_path", path);
  }
  FileAtHand file;
  file.name = path;
  const std::unique_ptr<char, void (*)(void*)> real{::realpath(path.c_str(), nullptr), std::free};
  if (!real) refuse_errno(errno, path);
  file.path = real.get();
  stat_regular(file.path, file.name);
  tell_format_by_name(file, matter);
  file.parts.push_back(file.path);
  if (file.format == "ESRI Shapefile" && file.packing.empty()) add_shapefile_parts(file);
  if (matter == Matter::grid && file.packing.empty()) add_grid_parts(file);
  for (const std::string& part : file.parts) {
    const struct stat status = stat_regular(part, file.name);
    file.bytes += static_cast<std::uint64_t>(status.st_size);
    file.changed_ns = std::max({file.changed_ns, nanoseconds(status.st_mtim), nanoseconds(status.st_ctim)});
    if (part == file.path) {
      if (status.st_size == 0) fail(Fault::invalid, "import.empty_file", file.name);
      check_content(file);
    }
    if (file.packing.empty() && file.format != "CSV" && file.format != "AAIGrid") check_length(file, part, static_cast<std::uint64_t>(status.st_size));
  }
  if (file.format == "GPKG") check_not_being_edited(file);
  return file;
}

bool has_changed(const FileAtHand& file) {
  std::uint64_t bytes = 0;
  std::int64_t changed_ns = 0;
  for (const std::string& part : file.parts) {
    const struct stat status = stat_regular(part, file.name);
    bytes += static_cast<std::uint64_t>(status.st_size);
    changed_ns = std::max({changed_ns, nanoseconds(status.st_mtim), nanoseconds(status.st_ctim)});
  }
  return bytes != file.bytes || changed_ns != file.changed_ns;
}

std::string sha256_of(const FileAtHand& file, const std::atomic<bool>& stop) {
  const std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context{EVP_MD_CTX_new(), EVP_MD_CTX_free};
  EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr);
  std::vector<char> chunk(1U << 20);
  for (const std::string& part : file.parts) {
    const Descriptor descriptor{part, file.name};
    while (const std::size_t n = descriptor.read(chunk.data(), chunk.size())) {
      if (stop) return {};
      EVP_DigestUpdate(context.get(), chunk.data(), n);
    }
  }
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  EVP_DigestFinal_ex(context.get(), digest.data(), &size);
  std::string text;
  for (unsigned i = 0; i < size; ++i) {
    text += "0123456789abcdef"[digest[i] >> 4];
    text += "0123456789abcdef"[digest[i] & 15];
  }
  return text;
}

}  // namespace merestone::exchange
