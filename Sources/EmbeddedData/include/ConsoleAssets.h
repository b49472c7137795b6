// The console's files, as bytes. They end where their size says; there is no zero behind them.

#pragma once

#include <stddef.h>

extern const unsigned char *const gatehouse_console_style_start;
extern const size_t gatehouse_console_style_size;

extern const unsigned char *const gatehouse_console_script_start;
extern const size_t gatehouse_console_script_size;

extern const unsigned char *const gatehouse_console_icon_start;
extern const size_t gatehouse_console_icon_size;
