package dev.zorya.desktop.launch;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;

/** Asks the dynamic linker and the X library themselves. Needs native access, as JavaFX does. */
@SuppressWarnings("restricted")
public final class LinuxSide implements NativeSide {
    @Override
    public boolean hasGtk() {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup("libgtk-3.so.0", arena);
            return true;
        } catch (IllegalArgumentException missing) {
            return false;
        }
    }

    @Override
    public boolean opensDisplay(String name) {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup x = SymbolLookup.libraryLookup("libX11.so.6", arena);
            Linker linker = Linker.nativeLinker();
            var open = linker.downcallHandle(
                    x.findOrThrow("XOpenDisplay"), FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
            MemorySegment display = (MemorySegment) open.invokeExact(arena.allocateFrom(name));
            if (display.equals(MemorySegment.NULL)) {
                return false;
            }
            var close = linker.downcallHandle(
                    x.findOrThrow("XCloseDisplay"), FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
            int ignored = (int) close.invokeExact(display);
            return ignored == 0;
        } catch (IllegalArgumentException noX) {
            return false;
        } catch (Throwable broken) {
            // a MethodHandle declares Throwable; whatever it is, no window can be trusted to open
            return false;
        }
    }
}
