#include "mapping.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "status.h"

static int
map_file(struct span *bytes, int fd, size_t least, enum mapping_pages pages)
{
	int flags = MAP_SHARED | (pages == MAPPING_AT_ONCE ? MAP_POPULATE : 0);
	struct stat st;
	void *map;

	if (fstat(fd, &st) < 0)
		return ERR_IO;
	if (st.st_size < (off_t)least)
		return ERR_MODEL;
	map = mmap(NULL, (size_t)st.st_size, PROT_READ, flags, fd, 0);
	if (map == MAP_FAILED)
		return ERR_IO;
	*bytes = (struct span){ map, (size_t)st.st_size };
	return 0;
}

int
mapping_open(struct span *bytes, const char *path, size_t least, enum mapping_pages pages)
{
	int rc, saved, fd = open(path, O_RDONLY | O_CLOEXEC);

	*bytes = (struct span){ 0 };
	if (fd < 0)
		return ERR_IO;
	rc = map_file(bytes, fd, least, pages);
	saved = errno;
	close(fd);
	errno = saved;
	return rc;
}

void
mapping_close(struct span *bytes)
{
	if (bytes->s != NULL)
		munmap((void *)(uintptr_t)bytes->s, bytes->n);
	*bytes = (struct span){ 0 };
}
