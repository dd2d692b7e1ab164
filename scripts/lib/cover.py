#!/usr/bin/env python3
"""A black window over the whole screen, for the drills.

    cover.py SECONDS

The window bypasses the window manager, which therefore puts no other window in front of it.
"""

import sys
import tkinter

window = tkinter.Tk(className="cover")
window.configure(bg="black")
window.overrideredirect(True)
window.geometry(f"{window.winfo_screenwidth()}x{window.winfo_screenheight()}+0+0")
window.after(int(float(sys.argv[1]) * 1000), window.destroy)
window.mainloop()
