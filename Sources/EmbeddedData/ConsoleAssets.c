// The console's style sheets, script and icon, as bytes of the binary. The style sheets and the
// scripts follow one another in the order in which they build on each other.

#include "ConsoleAssets.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char style[] = {
#embed "../Console/Assets/tokens.css"
    ,
#embed "../Console/Assets/base.css"
    ,
#embed "../Console/Assets/layout.css"
    ,
#embed "../Console/Assets/controls.css"
    ,
#embed "../Console/Assets/content.css"
    ,
#embed "../Console/Assets/policy-editor.css"
};
const unsigned char *const gatehouse_console_style_start = style;
const size_t gatehouse_console_style_size = sizeof style;

static const unsigned char script[] = {
#embed "../Console/Assets/console.js"
    ,
#embed "../Console/Assets/policy-editor.js"
};
const unsigned char *const gatehouse_console_script_start = script;
const size_t gatehouse_console_script_size = sizeof script;

static const unsigned char icon[] = {
#embed "../Console/Assets/icon.svg"
};
const unsigned char *const gatehouse_console_icon_start = icon;
const size_t gatehouse_console_icon_size = sizeof icon;
