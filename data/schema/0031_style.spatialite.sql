-- SPDX-License-Identifier: Apache-2.0
-- How QGIS draws the layers of 0007 when it opens the project file: it looks a layer up in this table, by name and
-- geometry column, and takes the style that is marked as default. Whoever saves his own style there keeps it.
CREATE TABLE layer_styles (
  id                INTEGER PRIMARY KEY AUTOINCREMENT,
  f_table_catalog   TEXT,
  f_table_schema    TEXT,
  f_table_name      TEXT,
  f_geometry_column TEXT,
  styleName         TEXT,
  styleQML          TEXT,
  styleSLD          TEXT,
  useAsDefault      BOOLEAN,
  description       TEXT,
  owner             TEXT,
  ui                TEXT,
  update_time       TIMESTAMP DEFAULT CURRENT_TIMESTAMP
);

INSERT INTO layer_styles
  (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner, update_time)
VALUES
  ('', '', 'boundary_now', 'path', 'Merestone', '<!DOCTYPE qgis PUBLIC ''http://mrcc.com/qgis.dtd'' ''SYSTEM''>
<qgis version="3.22.16" styleCategories="Symbology|Labeling" labelsEnabled="0">
<renderer-v2 type="RuleRenderer" forceraster="0" symbollevels="0" enableorderby="0">
<rules key="root">
  <rule key="r0" symbol="0" label="Disputed, the situation on the ground" filter="&quot;status&quot; = ''disputed''"/>
  <rule key="r1" symbol="1" label="Outer border" filter="&quot;status&quot; &lt;&gt; ''disputed'' AND &quot;level&quot; IS NULL"/>
  <rule key="r2" symbol="2" label="Level 1" filter="&quot;status&quot; &lt;&gt; ''disputed'' AND &quot;level&quot; = 1"/>
  <rule key="r3" symbol="3" label="Level 2" filter="&quot;status&quot; &lt;&gt; ''disputed'' AND &quot;level&quot; = 2"/>
  <rule key="r4" symbol="4" label="Level 3" filter="&quot;status&quot; &lt;&gt; ''disputed'' AND &quot;level&quot; = 3"/>
  <rule key="r5" symbol="5" label="Below level 3" filter="&quot;status&quot; &lt;&gt; ''disputed'' AND &quot;level&quot; &gt; 3"/>
</rules>
<symbols>
  <symbol name="0" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="line_color" type="QString" value="176,36,36,255"/><Option name="line_width" type="QString" value="0.7"/><Option name="line_width_unit" type="QString" value="MM"/><Option name="capstyle" type="QString" value="round"/><Option name="joinstyle" type="QString" value="round"/><Option name="line_style" type="QString" value="solid"/><Option name="use_custom_dash" type="QString" value="1"/><Option name="customdash" type="QString" value="3;1.6"/><Option name="customdash_unit" type="QString" value="MM"/></Option></layer></symbol>
  <symbol name="1" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="line_color" type="QString" value="60,52,44,255"/><Option name="line_width" type="QString" value="0.7"/><Option name="line_width_unit" type="QString" value="MM"/><Option name="capstyle" type="QString" value="round"/><Option name="joinstyle" type="QString" value="round"/><Option name="line_style" type="QString" value="solid"/></Option></layer></symbol>
  <symbol name="2" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="line_color" type="QString" value="92,58,92,255"/><Option name="line_width" type="QString" value="0.7"/><Option name="line_width_unit" type="QString" value="MM"/><Option name="capstyle" type="QString" value="round"/><Option name="joinstyle" type="QString" value="round"/><Option name="line_style" type="QString" value="solid"/><Option name="use_custom_dash" type="QString" value="1"/><Option name="customdash" type="QString" value="6;1.2;0.8;1.2"/><Option name="customdash_unit" type="QString" value="MM"/></Option></layer></symbol>
  <symbol name="3" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="line_color" type="QString" value="92,58,92,255"/><Option name="line_width" type="QString" value="0.55"/><Option name="line_width_unit" type="QString" value="MM"/><Option name="capstyle" type="QString" value="round"/><Option name="joinstyle" type="QString" value="round"/><Option name="line_style" type="QString" value="solid"/><Option name="use_custom_dash" type="QString" value="1"/><Option name="customdash" type="QString" value="4.5;1.2;0.8;1.2"/><Option name="customdash_unit" type="QString" value="MM"/></Option></layer></symbol>
  <symbol name="4" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="line_color" type="QString" value="110,86,110,255"/><Option name="line_width" type="QString" value="0.4"/><Option name="line_width_unit" type="QString" value="MM"/><Option name="capstyle" type="QString" value="round"/><Option name="joinstyle" type="QString" value="round"/><Option name="line_style" type="QString" value="solid"/><Option name="use_custom_dash" type="QString" value="1"/><Option name="customdash" type="QString" value="3;1"/><Option name="customdash_unit" type="QString" value="MM"/></Option></layer></symbol>
  <symbol name="5" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="line_color" type="QString" value="128,116,104,255"/><Option name="line_width" type="QString" value="0.2"/><Option name="line_width_unit" type="QString" value="MM"/><Option name="capstyle" type="QString" value="round"/><Option name="joinstyle" type="QString" value="round"/><Option name="line_style" type="QString" value="solid"/></Option></layer></symbol>
</symbols>
</renderer-v2>
</qgis>',
   '', 1, 'Boundaries by level', '', '2024-01-01T00:00:00.000Z'),
  ('', '', 'place_now', 'position', 'Merestone', '<!DOCTYPE qgis PUBLIC ''http://mrcc.com/qgis.dtd'' ''SYSTEM''>
<qgis version="3.22.16" styleCategories="Symbology|Labeling" labelsEnabled="1">
<renderer-v2 type="RuleRenderer" forceraster="0" symbollevels="0" enableorderby="0">
<rules key="root">
  <rule key="r0" symbol="0" label="Place" filter="TRUE"/>
</rules>
<symbols>
  <symbol name="0" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="name" type="QString" value="circle"/><Option name="color" type="QString" value="255,255,255,255"/><Option name="outline_color" type="QString" value="60,52,44,255"/><Option name="outline_width" type="QString" value="0.3"/><Option name="size" type="QString" value="1.6"/></Option></layer></symbol>
</symbols>
</renderer-v2>
<labeling type="simple"><settings calloutType="simple">
  <text-style fieldName="name" isExpression="0" fontFamily="Noto Sans" fontSize="8" fontSizeUnit="Point" textColor="40,36,30,255">
    <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="1"/></text-style>
  <placement placement="6" dist="1.2" distUnits="MM"/>
  <rendering scaleVisibility="1" scaleMin="0" scaleMax="400000" obstacle="1" drawLabels="1"/>
</settings></labeling>
</qgis>',
   '', 1, 'Places', '', '2024-01-01T00:00:00.000Z'),
  ('', '', 'hazard_zone_now', 'shape', 'Merestone', '<!DOCTYPE qgis PUBLIC ''http://mrcc.com/qgis.dtd'' ''SYSTEM''>
<qgis version="3.22.16" styleCategories="Symbology|Labeling" labelsEnabled="0">
<renderer-v2 type="RuleRenderer" forceraster="0" symbollevels="0" enableorderby="0">
<rules key="root">
  <rule key="r0" symbol="0" label="Flood, low" filter="&quot;kind&quot; = ''flood'' AND &quot;severity&quot; = 1"/>
  <rule key="r1" symbol="1" label="Flood, middling" filter="&quot;kind&quot; = ''flood'' AND &quot;severity&quot; = 2"/>
  <rule key="r2" symbol="2" label="Flood, high" filter="&quot;kind&quot; = ''flood'' AND &quot;severity&quot; &gt;= 3"/>
  <rule key="r3" symbol="3" label="Landslide, low" filter="&quot;kind&quot; = ''landslide'' AND &quot;severity&quot; = 1"/>
  <rule key="r4" symbol="4" label="Landslide, middling" filter="&quot;kind&quot; = ''landslide'' AND &quot;severity&quot; = 2"/>
  <rule key="r5" symbol="5" label="Landslide, high" filter="&quot;kind&quot; = ''landslide'' AND &quot;severity&quot; &gt;= 3"/>
  <rule key="r6" symbol="6" label="Wildfire, low" filter="&quot;kind&quot; = ''wildfire'' AND &quot;severity&quot; = 1"/>
  <rule key="r7" symbol="7" label="Wildfire, middling" filter="&quot;kind&quot; = ''wildfire'' AND &quot;severity&quot; = 2"/>
  <rule key="r8" symbol="8" label="Wildfire, high" filter="&quot;kind&quot; = ''wildfire'' AND &quot;severity&quot; &gt;= 3"/>
  <rule key="r9" symbol="9" label="Other hazard" filter="&quot;kind&quot; NOT IN (''flood'', ''landslide'', ''wildfire'')"/>
</rules>
<symbols>
  <symbol name="0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="LinePatternFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="angle" type="QString" value="45"/><Option name="distance" type="QString" value="3.2"/><Option name="distance_unit" type="QString" value="MM"/><Option name="line_width" type="QString" value="0.2"/></Option>
      <symbol name="@0@0" type="line" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleLine" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="line_color" type="QString" value="38,98,160,255"/><Option name="line_width" type="QString" value="0.2"/><Option name="line_width_unit" type="QString" value="MM"/></Option></layer></symbol></layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="line_color" type="QString" value="38,98,160,255"/><Option name="line_width" type="QString" value="0.26"/><Option name="line_width_unit" type="QString" value="MM"/></Option></layer></symbol>
  <symbol name="1" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="LinePatternFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="angle" type="QString" value="45"/><Option name="distance" type="QString" value="2.2"/><Option name="distance_unit" type="QString" value="MM"/><Option name="line_width" type="QString" value="0.25"/></Option>
      <symbol name="@1@0" type="line" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleLine" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="line_color" type="QString" value="38,98,160,255"/><Option name="line_width" type="QString" value="0.25"/><Option name="line_width_unit" type="QString" value="MM"/></Option></layer></symbol></layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="line_color" type="QString" value="38,98,160,255"/><Option name="line_width" type="QString" value="0.26"/><Option name="line_width_unit" type="QString" value="MM"/></Option></layer></symbol>
  <symbol name="2" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="LinePatternFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="angle" type="QString" value="45"/><Option name="distance" type="QString" value="1.4"/><Option name="distance_unit" type="QString" value="MM"/><Option name="line_width" type="QString" value="0.35"/></Option>
      <symbol name="@2@0" type="line" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleLine" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="line_color" type="QString" value="38,98,160,255"/><Option name="line_width" type="QString" value="0.35"/><Option name="line_width_unit" type="QString" value="MM"/></Option></layer></symbol></layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="line_color" type="QString" value="38,98,160,255"/><Option name="line_width" type="QString" value="0.26"/><Option name="line_width_unit" type="QString" value="MM"/></Option></layer></symbol>
  <symbol name="3" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="LinePatternFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="angle" type="QString" value="45"/><Option name="distance" type="QString" value="3.2"/><Option name="distance_unit" type="QString" value="MM"/><Option name="line_width" type="QString" value="0.2"/></Option>
      <symbol name="@3@0" type="line" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleLine" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="line_color" type="QString" value="140,84,36,255"/><Option name="line_width" type="QString" value="0.2"/><Option name="line_width_unit" type="QString" value="MM"/></Option></layer></symbol></layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="line_color" type="QString" value="140,84,36,255"/><Option name="line_width" type="QString" value="0.26"/><Option name="line_width_unit" type="QString" value="MM"/></Option></layer></symbol>
  <symbol name="4" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="LinePatternFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="angle" type="QString" value="45"/><Option name="distance" type="QString" value="2.2"/><Option name="distance_unit" type="QString" value="MM"/><Option name="line_width" type="QString" value="0.25"/></Option>
      <symbol name="@4@0" type="line" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleLine" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="line_color" type="QString" value="140,84,36,255"/><Option name="line_width" type="QString" value="0.25"/><Option name="line_width_unit" type="QString" value="MM"/></Option></layer></symbol></layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="line_color" type="QString" value="140,84,36,255"/><Option name="line_width" type="QString" value="0.26"/><Option name="line_width_unit" type="QString" value="MM"/></Option></layer></symbol>
  <symbol name="5" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="LinePatternFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="angle" type="QString" value="45"/><Option name="distance" type="QString" value="1.4"/><Option name="distance_unit" type="QString" value="MM"/><Option name="line_width" type="QString" value="0.35"/></Option>
      <symbol name="@5@0" type="line" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleLine" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="line_color" type="QString" value="140,84,36,255"/><Option name="line_width" type="QString" value="0.35"/><Option name="line_width_unit" type="QString" value="MM"/></Option></layer></symbol></layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="line_color" type="QString" value="140,84,36,255"/><Option name="line_width" type="QString" value="0.26"/><Option name="line_width_unit" type="QString" value="MM"/></Option></layer></symbol>
  <symbol name="6" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="LinePatternFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="angle" type="QString" value="45"/><Option name="distance" type="QString" value="3.2"/><Option name="distance_unit" type="QString" value="MM"/><Option name="line_width" type="QString" value="0.2"/></Option>
      <symbol name="@6@0" type="line" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleLine" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="line_color" type="QString" value="196,70,20,255"/><Option name="line_width" type="QString" value="0.2"/><Option name="line_width_unit" type="QString" value="MM"/></Option></layer></symbol></layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="line_color" type="QString" value="196,70,20,255"/><Option name="line_width" type="QString" value="0.26"/><Option name="line_width_unit" type="QString" value="MM"/></Option></layer></symbol>
  <symbol name="7" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="LinePatternFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="angle" type="QString" value="45"/><Option name="distance" type="QString" value="2.2"/><Option name="distance_unit" type="QString" value="MM"/><Option name="line_width" type="QString" value="0.25"/></Option>
      <symbol name="@7@0" type="line" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleLine" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="line_color" type="QString" value="196,70,20,255"/><Option name="line_width" type="QString" value="0.25"/><Option name="line_width_unit" type="QString" value="MM"/></Option></layer></symbol></layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="line_color" type="QString" value="196,70,20,255"/><Option name="line_width" type="QString" value="0.26"/><Option name="line_width_unit" type="QString" value="MM"/></Option></layer></symbol>
  <symbol name="8" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="LinePatternFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="angle" type="QString" value="45"/><Option name="distance" type="QString" value="1.4"/><Option name="distance_unit" type="QString" value="MM"/><Option name="line_width" type="QString" value="0.35"/></Option>
      <symbol name="@8@0" type="line" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleLine" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="line_color" type="QString" value="196,70,20,255"/><Option name="line_width" type="QString" value="0.35"/><Option name="line_width_unit" type="QString" value="MM"/></Option></layer></symbol></layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="line_color" type="QString" value="196,70,20,255"/><Option name="line_width" type="QString" value="0.26"/><Option name="line_width_unit" type="QString" value="MM"/></Option></layer></symbol>
  <symbol name="9" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="LinePatternFill" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="angle" type="QString" value="45"/><Option name="distance" type="QString" value="2.2"/><Option name="distance_unit" type="QString" value="MM"/><Option name="line_width" type="QString" value="0.25"/></Option>
      <symbol name="@9@0" type="line" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleLine" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="line_color" type="QString" value="110,70,140,255"/><Option name="line_width" type="QString" value="0.25"/><Option name="line_width_unit" type="QString" value="MM"/></Option></layer></symbol></layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="line_color" type="QString" value="110,70,140,255"/><Option name="line_width" type="QString" value="0.26"/><Option name="line_width_unit" type="QString" value="MM"/></Option></layer></symbol>
</symbols>
</renderer-v2>
</qgis>',
   '', 1, 'Hazard zones by kind and severity', '', '2024-01-01T00:00:00.000Z'),
  ('', '', 'facility_now', 'position', 'Merestone', '<!DOCTYPE qgis PUBLIC ''http://mrcc.com/qgis.dtd'' ''SYSTEM''>
<qgis version="3.22.16" styleCategories="Symbology|Labeling" labelsEnabled="1">
<renderer-v2 type="RuleRenderer" forceraster="0" symbollevels="0" enableorderby="0">
<rules key="root">
  <rule key="r0" symbol="0" label="Cemetery" filter="&quot;kind&quot; IN (''cemetery'', ''columbarium'', ''welfare_plot'')"/>
  <rule key="r1" symbol="1" label="Other facility" filter="&quot;kind&quot; NOT IN (''cemetery'', ''columbarium'', ''welfare_plot'')"/>
</rules>
<symbols>
  <symbol name="0" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="name" type="QString" value="cross_fill"/><Option name="color" type="QString" value="88,110,88,255"/><Option name="outline_color" type="QString" value="50,60,50,255"/><Option name="outline_width" type="QString" value="0.3"/><Option name="size" type="QString" value="2.6"/></Option></layer></symbol>
  <symbol name="1" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0"><Option type="Map"><Option name="name" type="QString" value="square"/><Option name="color" type="QString" value="150,150,150,255"/><Option name="outline_color" type="QString" value="50,60,50,255"/><Option name="outline_width" type="QString" value="0.3"/><Option name="size" type="QString" value="2.6"/></Option></layer></symbol>
</symbols>
</renderer-v2>
<labeling type="simple"><settings calloutType="simple">
  <text-style fieldName="name" isExpression="0" fontFamily="Noto Sans" fontSize="7" fontSizeUnit="Point" textColor="40,36,30,255">
    <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="1"/></text-style>
  <placement placement="6" dist="1.6" distUnits="MM"/>
  <rendering scaleVisibility="1" scaleMin="0" scaleMax="100000" obstacle="1" drawLabels="1"/>
</settings></labeling>
</qgis>',
   '', 1, 'Facilities', '', '2024-01-01T00:00:00.000Z');
