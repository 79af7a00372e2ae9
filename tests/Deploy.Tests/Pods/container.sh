#!/bin/sh
# Becomes a container: container.sh ROOT WORKDIR USER GROUP DOTNET VOLUMES COMMAND...
# Its / is ROOT with the runtime in the folder DOTNET, and libraries but no other program; none of it can be written. VOLUMES, separated by
# ':', are empty folders in memory. The process is of USER and GROUP and can never be more. Call it in a mount namespace of its own.
set -eu
root=$1 workdir=$2 user=$3 group=$4 dotnet=$5 volumes=$6
shift 6

mkdir -p "$root/dev" "$root/etc" "$root/proc" "$root/usr/bin" "$root/usr/lib" "$root/usr/share/dotnet"
touch "$root/setpriv" "$root/dev/null" "$root/dev/urandom"
# As an engine makes them; no server of names is reached from here.
echo '127.0.0.1 localhost' >"$root/etc/hosts"
echo 'nameserver 127.0.0.1' >"$root/etc/resolv.conf"
ln -sfn usr/lib "$root/lib"
ln -sfn ../share/dotnet/dotnet "$root/usr/bin/dotnet"
if [ -d /usr/lib64 ]; then
  mkdir -p "$root/usr/lib64"
  ln -sfn usr/lib64 "$root/lib64"
fi

mount --bind "$root" "$root"
bind_read_only() {
  mount --bind "$1" "$root$2"
  mount -o remount,bind,ro "$root$2"
}
bind_read_only /usr/lib /usr/lib
if [ -d /usr/lib64 ]; then bind_read_only /usr/lib64 /usr/lib64; fi
bind_read_only "$dotnet" /usr/share/dotnet
bind_read_only "$(command -v setpriv)" /setpriv
mount --bind /dev/null "$root/dev/null"
mount --bind /dev/urandom "$root/dev/urandom"
mount --rbind /proc "$root/proc"
IFS=:
for volume in $volumes; do
  mkdir -p "$root$volume"
  mount -t tmpfs -o mode=0777 volume "$root$volume"
done
unset IFS
mount -o remount,bind,ro "$root"

exec unshare --root="$root" --wd="$workdir" \
  /setpriv --reuid="$user" --regid="$group" --clear-groups --inh-caps=-all --bounding-set=-all --no-new-privs "$@"
